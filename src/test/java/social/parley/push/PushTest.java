package social.parley.push;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class PushTest {
  @Nested
  class OnSqlite extends PushContract {
    @Override
    Fediverse open() {
      return Fediverse.of("alpha.test");
    }
  }

  @Nested
  class OnPostgres extends PushContract {
    @Override
    Fediverse open() {
      return Fediverse.onPostgres("alpha.test");
    }
  }
}
