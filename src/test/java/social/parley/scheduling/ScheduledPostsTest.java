package social.parley.scheduling;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class ScheduledPostsTest {
  @Nested
  class OnSqlite extends ScheduledPostsContract {
    @TempDir Path data;

    @Override
    Database open() {
      return Databases.sqlite(data);
    }
  }

  @Nested
  class OnPostgres extends ScheduledPostsContract {
    @Override
    Database open() {
      return Databases.postgres();
    }
  }
}
