package social.parley.storage;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @Nested
  class OnSqlite extends DatabaseContract {
    @TempDir Path folder;

    @Override
    Database open() {
      return Databases.sqlite(folder);
    }
  }

  @Nested
  class OnPostgres extends DatabaseContract {
    @Override
    Database open() {
      return Databases.postgres();
    }
  }
}
