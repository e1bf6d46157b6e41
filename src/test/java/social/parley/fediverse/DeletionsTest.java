package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class DeletionsTest {
  @Nested
  class OnSqlite extends DeletionsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends DeletionsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
