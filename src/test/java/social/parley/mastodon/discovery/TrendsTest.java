package social.parley.mastodon.discovery;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class TrendsTest {
  @Nested
  class OnSqlite extends TrendsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends TrendsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
