package social.parley.mastodon.admin;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class StaffTest {
  @Nested
  class OnSqlite extends StaffContract {
    @Override
    Fediverse open() {
      return Fediverse.of();
    }
  }

  @Nested
  class OnPostgres extends StaffContract {
    @Override
    Fediverse open() {
      return Fediverse.onPostgres();
    }
  }
}
