package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class InteractionsTest {
  @Nested
  class OnSqlite extends InteractionsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends InteractionsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
