package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class VotesTest {
  @Nested
  class OnSqlite extends VotesContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends VotesContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
