package social.parley.media;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class RemoteMediaTest {
  @Nested
  class OnSqlite extends RemoteMediaContract {
    @TempDir Path folder;

    @Override
    Database database() {
      return Databases.sqlite(folder);
    }
  }

  @Nested
  class OnPostgres extends RemoteMediaContract {
    @Override
    Database database() {
      return Databases.postgres();
    }
  }
}
