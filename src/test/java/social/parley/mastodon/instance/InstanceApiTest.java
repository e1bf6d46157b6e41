package social.parley.mastodon.instance;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class InstanceApiTest {
  @Nested
  class OnSqlite extends InstanceApiContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends InstanceApiContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
