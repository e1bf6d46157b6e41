package social.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import social.parley.config.StorageSettings;

class DatabaseAddressTest {
  private static final Path DATA = Path.of("data");

  @Test
  void sqliteIsAFileInTheDataFolder() {
    assertThat(DatabaseAddress.of(new StorageSettings(DATA, null)))
        .isEqualTo(new DatabaseAddress.Sqlite(Path.of("data/parley.db")));
  }

  @Test
  void postgresAddressesAreTakenApart() {
    var settings =
        new StorageSettings(
            DATA, "postgresql://me:p%40ss+word@db.test:5433/parley?sslmode=require");
    var address = DatabaseAddress.of(settings);
    assertThat(address)
        .isEqualTo(
            new DatabaseAddress.Postgres(
                "jdbc:postgresql://db.test:5433/parley?sslmode=require", "me", "p@ss+word", 20));
    assertThat(address.toString()).doesNotContain("word");
  }
}
