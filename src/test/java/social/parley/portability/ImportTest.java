package social.parley.portability;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class ImportTest {
  @Nested
  class OnSqlite extends ImportContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends ImportContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
