package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class FollowingTest {
  @Nested
  class OnSqlite extends FollowingContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends FollowingContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
