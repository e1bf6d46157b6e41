package social.parley.moderation;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class ModerationTest {
  @Nested
  class OnSqlite extends ModerationContract {
    @TempDir Path folder;

    @Override
    Database open() {
      return Databases.sqlite(folder);
    }
  }

  @Nested
  class OnPostgres extends ModerationContract {
    @Override
    Database open() {
      return Databases.postgres();
    }
  }
}
