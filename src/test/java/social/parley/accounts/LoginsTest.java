package social.parley.accounts;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class LoginsTest {
  @Nested
  class OnSqlite extends LoginsContract {
    @TempDir Path folder;

    @Override
    Database open() {
      return Databases.sqlite(folder);
    }
  }

  @Nested
  class OnPostgres extends LoginsContract {
    @Override
    Database open() {
      return Databases.postgres();
    }
  }
}
