package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class CaptionsTest {
  @Nested
  class OnSqlite extends CaptionsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends CaptionsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
