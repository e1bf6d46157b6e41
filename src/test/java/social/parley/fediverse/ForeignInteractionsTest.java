package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class ForeignInteractionsTest {
  @Nested
  class OnSqlite extends ForeignInteractionsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends ForeignInteractionsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
