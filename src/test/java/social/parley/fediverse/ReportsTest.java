package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class ReportsTest {
  @Nested
  class OnSqlite extends ReportsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends ReportsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
