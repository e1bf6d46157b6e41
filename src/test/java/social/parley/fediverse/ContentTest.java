package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class ContentTest {
  @Nested
  class OnSqlite extends ContentContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends ContentContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
