package social.parley.actors;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class ActorsTest {
  @Nested
  class OnSqlite extends ActorsContract {
    @TempDir Path folder;

    @Override
    Database open() {
      return Databases.sqlite(folder);
    }
  }

  @Nested
  class OnPostgres extends ActorsContract {
    @Override
    Database open() {
      return Databases.postgres();
    }
  }
}
