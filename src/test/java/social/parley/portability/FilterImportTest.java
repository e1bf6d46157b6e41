package social.parley.portability;

import org.junit.jupiter.api.Nested;
import social.parley.fediverse.Fediverse;

class FilterImportTest {
  @Nested
  class OnSqlite extends FilterImportContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.of(hosts);
    }
  }

  @Nested
  class OnPostgres extends FilterImportContract {
    @Override
    Fediverse open(String... hosts) {
      return Fediverse.onPostgres(hosts);
    }
  }
}
