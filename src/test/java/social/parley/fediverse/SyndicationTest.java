package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class SyndicationTest {
  @Nested
  class OnSqlite extends SyndicationContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends SyndicationContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
