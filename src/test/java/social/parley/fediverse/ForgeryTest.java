package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class ForgeryTest {
  @Nested
  class OnSqlite extends ForgeryContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends ForgeryContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
