package social.parley.web;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class KeptPostsTest {
  @Nested
  class OnSqlite extends KeptPostsContract {
    @Override
    Fediverse open(String host) {
      return Fediverse.of(host);
    }
  }

  @Nested
  class OnPostgres extends KeptPostsContract {
    @Override
    Fediverse open(String host) {
      return Fediverse.onPostgres(host);
    }
  }
}
