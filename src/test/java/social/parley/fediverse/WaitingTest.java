package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class WaitingTest {
  @Nested
  class OnSqlite extends WaitingContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends WaitingContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
