package social.parley.storage;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where the database is. */
public sealed interface StorageSettings {

  /** One file, with at most this many reads at the same time. */
  record Sqlite(Path file, int readers) implements StorageSettings {
    public Sqlite(Path file) {
      this(file, 4);
    }
  }

  /** A PostgreSQL server, used over at most this many connections. */
  record Postgres(String jdbcUrl, String user, String password, int connections)
      implements StorageSettings {
    @Override
    public String toString() {
      return "Postgres[" + jdbcUrl + "]";
    }
  }

  /**
   * Reads the setting {@code database}: {@code sqlite} for a file in the data folder, or {@code
   * postgresql://user:password@host:port/name?option=value}.
   */
  static StorageSettings parse(String database, Path dataFolder) {
    if (database.isBlank() || database.equals("sqlite"))
      return new Sqlite(dataFolder.resolve("parley.db"));
    if (database.startsWith("sqlite:")) return new Sqlite(Path.of(database.substring(7)));
    if (database.startsWith("postgresql://") || database.startsWith("postgres://"))
      return postgres(URI.create(database));
    throw new IllegalArgumentException("database is neither sqlite nor a postgresql:// address");
  }

  private static Postgres postgres(URI uri) {
    String[] who = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String url = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + options;
    return new Postgres(url, decode(who[0]), who.length > 1 ? decode(who[1]) : "", 20);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
