package social.parley.portability;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class ExportTest {
  @Nested
  class OnSqlite extends ExportContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends ExportContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
