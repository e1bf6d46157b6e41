package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class QuotesTest {
  @Nested
  class OnSqlite extends QuotesContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends QuotesContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
