package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class OriginsTest {
  @Nested
  class OnSqlite extends OriginsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends OriginsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
