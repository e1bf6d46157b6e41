package social.parley.cards;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class CardsTest {
  @Nested
  class OnSqlite extends CardsContract {
    @TempDir Path data;

    @Override
    Database open() {
      return Databases.sqlite(data);
    }
  }

  @Nested
  class OnPostgres extends CardsContract {
    @Override
    Database open() {
      return Databases.postgres();
    }
  }
}
