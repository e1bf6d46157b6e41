package social.parley.follows;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class RelationsTest {
  @Nested
  class OnSqlite extends RelationsContract {
    @TempDir Path folder;

    @Override
    Database open(String name) {
      return Databases.sqlite(folder.resolve(name));
    }
  }

  @Nested
  class OnPostgres extends RelationsContract {
    @TempDir Path folder;

    /** The other server need not cost a second database. */
    @Override
    Database open(String name) {
      return name.equals("alpha") ? Databases.postgres() : Databases.sqlite(folder.resolve(name));
    }
  }
}
