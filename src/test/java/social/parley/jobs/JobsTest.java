package social.parley.jobs;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class JobsTest {
  @Nested
  class OnSqlite extends JobsContract {
    @TempDir Path folder;

    @Override
    Database open() {
      return Databases.sqlite(folder);
    }
  }

  @Nested
  class OnPostgres extends JobsContract {
    @Override
    Database open() {
      return Databases.postgres();
    }
  }
}
