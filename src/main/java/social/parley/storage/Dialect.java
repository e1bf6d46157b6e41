package social.parley.storage;

/** The few places where the two databases need different words. */
public enum Dialect {
  SQLITE,
  POSTGRES;

  /**
   * Ends a query that takes rows off a queue, so that several takers do not wait for each other;
   * SQLite has only one writer and needs nothing.
   */
  public String skipLocked() {
    return switch (this) {
      case SQLITE -> "";
      case POSTGRES -> " FOR UPDATE SKIP LOCKED";
    };
  }

  /**
   * Replaces the dialect words of a migration: {@code ${id}} the type of a numeric single-column
   * primary key, {@code ${bytes}} a byte string, {@code ${bytewise}} after the type of a text that
   * is compared byte by byte, so that its index also finds beginnings, {@code ${clustered}} after
   * the closing bracket of a narrow table whose primary key has several columns.
   */
  String translate(String migration) {
    return switch (this) {
      case SQLITE ->
          migration
              // Only INTEGER PRIMARY KEY is the row id itself; BIGINT would cost a second tree.
              .replace("${id}", "INTEGER")
              .replace("${bytes}", "BLOB")
              .replace("${bytewise}", "")
              .replace("${clustered}", " WITHOUT ROWID");
      case POSTGRES ->
          migration
              .replace("${id}", "BIGINT")
              .replace("${bytes}", "BYTEA")
              .replace("${bytewise}", "COLLATE \"C\"")
              .replace("${clustered}", "");
    };
  }
}
