package social.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StorageSettingsTest {
  private static final Path DATA = Path.of("data");

  @Test
  void sqliteIsAFileInTheDataFolder() {
    assertThat(StorageSettings.parse("sqlite", DATA))
        .isEqualTo(new StorageSettings.Sqlite(Path.of("data/parley.db")));
    assertThat(StorageSettings.parse("sqlite:/srv/other.db", DATA))
        .isEqualTo(new StorageSettings.Sqlite(Path.of("/srv/other.db")));
  }

  @Test
  void postgresAddressesAreTakenApart() {
    var settings =
        StorageSettings.parse(
            "postgresql://me:p%40ss+word@db.test:5433/parley?sslmode=require", DATA);
    assertThat(settings)
        .isEqualTo(
            new StorageSettings.Postgres(
                "jdbc:postgresql://db.test:5433/parley?sslmode=require", "me", "p@ss+word", 20));
    assertThat(settings.toString()).doesNotContain("word");
  }

  @Test
  void othersAreRefused() {
    assertThatThrownBy(() -> StorageSettings.parse("mysql://db", DATA))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
