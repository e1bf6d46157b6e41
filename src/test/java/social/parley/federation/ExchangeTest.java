package social.parley.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import social.parley.storage.Database;
import social.parley.storage.Databases;

class ExchangeTest {
  @Nested
  class OnSqlite extends ExchangeContract {
    @Override
    Database open(Path where) {
      try {
        return Databases.sqlite(Files.createDirectories(where));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  @Nested
  class OnPostgres extends ExchangeContract {
    @Override
    Database open(Path where) {
      return Databases.postgres();
    }
  }
}
