package social.parley.drafts;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class DraftsTest {
  @Nested
  class OnSqlite extends DraftsContract {
    @TempDir Path data;

    @Override
    Database open() {
      return Databases.sqlite(data);
    }
  }

  @Nested
  class OnPostgres extends DraftsContract {
    @Override
    Database open() {
      return Databases.postgres();
    }
  }
}
