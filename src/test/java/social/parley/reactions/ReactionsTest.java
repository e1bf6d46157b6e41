package social.parley.reactions;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class ReactionsTest {
  @Nested
  class OnSqlite extends ReactionsContract {
    @TempDir Path folder;

    @Override
    Database open(String name) {
      return Databases.sqlite(folder.resolve(name));
    }
  }

  @Nested
  class OnPostgres extends ReactionsContract {
    @Override
    Database open(String name) {
      return Databases.postgres();
    }
  }
}
