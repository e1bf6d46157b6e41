package social.parley.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is: an SQLite file in the data folder, or PostgreSQL when its address ({@code
 * postgresql://user:password@host/name}) is given.
 */
public record StorageSettings(Path data, @Nullable String postgresql) {
  /** The SQLite file. */
  public Path sqliteFile() {
    return data.resolve("parley.db");
  }

  @Override
  public String toString() {
    // The address holds a password.
    return postgresql == null ? "sqlite " + sqliteFile() : "postgresql";
  }
}
