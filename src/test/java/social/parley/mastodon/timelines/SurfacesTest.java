package social.parley.mastodon.timelines;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class SurfacesTest {
  @Nested
  class OnSqlite extends SurfacesContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends SurfacesContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
