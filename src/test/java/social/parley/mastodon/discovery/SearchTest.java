package social.parley.mastodon.discovery;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class SearchTest {
  @Nested
  class OnSqlite extends SearchContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends SearchContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
