package social.parley.filters;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class FiltersTest {
  @Nested
  class OnSqlite extends FiltersContract {
    @TempDir Path folder;

    @Override
    Database open() {
      return Databases.sqlite(folder);
    }
  }

  @Nested
  class OnPostgres extends FiltersContract {
    @Override
    Database open() {
      return Databases.postgres();
    }
  }
}
