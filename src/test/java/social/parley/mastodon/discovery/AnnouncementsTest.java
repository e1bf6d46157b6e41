package social.parley.mastodon.discovery;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class AnnouncementsTest {
  @Nested
  class OnSqlite extends AnnouncementsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends AnnouncementsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
