package social.parley.accounts;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class AccountsTest {
  @Nested
  class OnSqlite extends AccountsContract {
    @TempDir Path folder;

    @Override
    Database open() {
      return Databases.sqlite(folder);
    }
  }

  @Nested
  class OnPostgres extends AccountsContract {
    @Override
    Database open() {
      return Databases.postgres();
    }
  }
}
