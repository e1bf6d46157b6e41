package social.parley.web.feeds;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class HubTest {
  @Nested
  class OnSqlite extends HubContract {
    @Override
    Fediverse open(String host) {
      return Fediverse.of(host);
    }
  }

  @Nested
  class OnPostgres extends HubContract {
    @Override
    Fediverse open(String host) {
      return Fediverse.onPostgres(host);
    }
  }
}
