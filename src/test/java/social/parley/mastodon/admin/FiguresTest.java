package social.parley.mastodon.admin;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class FiguresTest {
  @Nested
  class OnSqlite extends FiguresContract {
    @Override
    Fediverse open() {
      return Fediverse.of();
    }
  }

  @Nested
  class OnPostgres extends FiguresContract {
    @Override
    Fediverse open() {
      return Fediverse.onPostgres();
    }
  }
}
