package social.parley.mastodon.discovery;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class EmojisTest {
  @Nested
  class OnSqlite extends EmojisContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends EmojisContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
