package social.parley.mastodon.people;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class PeopleApiTest {
  @Nested
  class OnSqlite extends PeopleApiContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends PeopleApiContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
