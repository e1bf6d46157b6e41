package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class FollowersInStepTest {
  @Nested
  class OnSqlite extends FollowersInStepContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends FollowersInStepContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
