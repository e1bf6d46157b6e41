package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class MovesTest {
  @Nested
  class OnSqlite extends MovesContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends MovesContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
