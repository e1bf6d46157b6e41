package social.parley.mastodon.writing;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class HistoryTest {
  @Nested
  class OnSqlite extends HistoryContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends HistoryContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
