package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class GroupsTest {
  @Nested
  class OnSqlite extends GroupsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends GroupsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
