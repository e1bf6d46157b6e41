package social.parley.people;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class SuggestionsTest {
  @Nested
  class OnSqlite extends SuggestionsContract {
    @TempDir Path folder;

    @Override
    Database open() {
      return Databases.sqlite(folder);
    }
  }

  @Nested
  class OnPostgres extends SuggestionsContract {
    @Override
    Database open() {
      return Databases.postgres();
    }
  }
}
