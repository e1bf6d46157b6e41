package social.parley.posts;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class PostsTest {
  @Nested
  class OnSqlite extends PostsContract {
    @TempDir Path folder;

    @Override
    Database open(String name) {
      return Databases.sqlite(folder.resolve(name));
    }
  }

  @Nested
  class OnPostgres extends PostsContract {
    @Override
    Database open(String name) {
      return Databases.postgres();
    }
  }
}
