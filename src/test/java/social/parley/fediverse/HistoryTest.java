package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

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
