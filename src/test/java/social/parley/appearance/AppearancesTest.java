package social.parley.appearance;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class AppearancesTest {
  @Nested
  class OnSqlite extends AppearancesContract {
    @TempDir Path data;

    @Override
    Database open() {
      return Databases.sqlite(data);
    }
  }

  @Nested
  class OnPostgres extends AppearancesContract {
    @Override
    Database open() {
      return Databases.postgres();
    }
  }
}
