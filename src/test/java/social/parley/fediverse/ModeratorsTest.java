package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class ModeratorsTest {
  @Nested
  class OnSqlite extends ModeratorsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends ModeratorsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
