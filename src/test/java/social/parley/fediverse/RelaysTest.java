package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class RelaysTest {
  @Nested
  class OnSqlite extends RelaysContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends RelaysContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
