package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class StatementsTest {
  @Nested
  class OnSqlite extends StatementsContract {
    @Override
    Fediverse open() {
      return Fediverse.of();
    }
  }

  @Nested
  class OnPostgres extends StatementsContract {
    @Override
    Fediverse open() {
      return Fediverse.onPostgres();
    }
  }
}
