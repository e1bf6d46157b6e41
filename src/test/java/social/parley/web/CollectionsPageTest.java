package social.parley.web;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class CollectionsPageTest {
  @Nested
  class OnSqlite extends CollectionsPageContract {
    @Override
    Fediverse open(String host) {
      return Fediverse.of(host);
    }
  }

  @Nested
  class OnPostgres extends CollectionsPageContract {
    @Override
    Fediverse open(String host) {
      return Fediverse.onPostgres(host);
    }
  }
}
