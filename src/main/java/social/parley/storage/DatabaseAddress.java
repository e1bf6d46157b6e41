package social.parley.storage;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import social.parley.config.StorageSettings;

/** Where the database is. */
public sealed interface DatabaseAddress {

  /** One file, with at most this many reads at the same time. */
  record Sqlite(Path file, int readers) implements DatabaseAddress {
    public Sqlite(Path file) {
      this(file, 4);
    }
  }

  /** A PostgreSQL server, used over at most this many connections. */
  record Postgres(String jdbcUrl, String user, String password, int connections)
      implements DatabaseAddress {
    @Override
    public String toString() {
      return "Postgres[" + jdbcUrl + "]";
    }
  }

  /** The address that the settings give. */
  static DatabaseAddress of(StorageSettings settings) {
    String postgresql = settings.postgresql();
    return postgresql == null
        ? new Sqlite(settings.sqliteFile())
        : postgres(URI.create(postgresql));
  }

  /** {@code postgresql://user:password@host:port/name?option=value}. */
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
