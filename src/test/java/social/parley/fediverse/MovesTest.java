package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class MovesTest {
  @Nested
  class OnSqlite extends MovesContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }

    @Override
    int crowd() {
      return 1000;
    }
  }

  @Nested
  class OnPostgres extends MovesContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }

    @Override
    int crowd() {
      return 250;
    }
  }
}
