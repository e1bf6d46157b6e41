package social.parley.fediverse;

import org.junit.jupiter.api.Nested;

class DocumentsTest {
  @Nested
  class OnSqlite extends DocumentsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends DocumentsContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
