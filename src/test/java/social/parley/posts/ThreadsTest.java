package social.parley.posts;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class ThreadsTest {
  @Nested
  class OnSqlite extends ThreadsContract {
    @TempDir Path folder;

    @Override
    Database open(String name) {
      return Databases.sqlite(folder.resolve(name));
    }
  }

  @Nested
  class OnPostgres extends ThreadsContract {
    @Override
    Database open(String name) {
      return Databases.postgres();
    }
  }
}
