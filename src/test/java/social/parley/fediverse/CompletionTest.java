package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class CompletionTest {
  @Nested
  class OnSqlite extends CompletionContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends CompletionContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
