package social.parley.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The changes to the tables, in order; each is applied once, in a transaction of its own. */
record Migrations(List<Migration> all) {
  private static final Logger log = LoggerFactory.getLogger(Migrations.class);
  private static final long LOCK = 0x7061726c6579L;
  private static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS schema_migrations (
        name TEXT NOT NULL PRIMARY KEY,
        applied_at BIGINT NOT NULL,
        checksum TEXT NOT NULL
      )\
      """;

  record Migration(String name, String sql) {
    String checksum() {
      CRC32 sum = new CRC32();
      sum.update(sql.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** Statements end with a semicolon at the end of a line. */
    List<String> statements(Dialect dialect) {
      String bare = dialect.translate(sql).replaceAll("(?m)^\\s*--.*$", "");
      return List.of(bare.split(";[ \\t]*(\\R|$)")).stream().filter(s -> !s.isBlank()).toList();
    }
  }

  record Applied(String name, String checksum) {}

  /** The ones that come with the program, named in {@code migrations/list.txt}. */
  static Migrations bundled() {
    return new Migrations(
        resource("list.txt")
            .lines()
            .filter(line -> !line.isBlank())
            .map(name -> new Migration(name, resource(name)))
            .toList());
  }

  /** Those with these names, all of which must be known. */
  Migrations only(List<String> names) {
    List<Migration> some = all.stream().filter(one -> names.contains(one.name())).toList();
    if (some.size() < names.size())
      throw new IllegalStateException("the backup was made by a newer version of the program");
    return new Migrations(some);
  }

  void apply(Database database, Clock clock) {
    database.run(Migrations::table);
    Map<String, String> applied = new HashMap<>();
    for (Applied one :
        database.read(db ->
            db.query("SELECT name, checksum FROM schema_migrations").mapTo(Applied.class).list()))
      applied.put(one.name(), one.checksum());
    int fresh = 0;
    for (Migration migration : all) {
      String before = applied.remove(migration.name());
      if (before == null) fresh += apply(database, clock, migration) ? 1 : 0;
      else if (!before.equals(migration.checksum()))
        throw new IllegalStateException(
            "migration " + migration.name() + " has changed since it was applied");
    }
    if (fresh > 0) log.info("tables brought up to date migrations={}", fresh);
    if (!applied.isEmpty())
      throw new IllegalStateException(
          "the database was made by a newer version of the program, which knows "
              + String.join(", ", applied.keySet()));
  }

  private static void table(Tx tx) {
    // Two processes that both find no table would both make it; SQLite has one writer anyway.
    if (tx.dialect() == Dialect.POSTGRES)
      tx.query("SELECT 1 FROM (SELECT pg_advisory_xact_lock(:lock)) AS locked")
          .bind("lock", LOCK)
          .mapTo(Integer.class)
          .one();
    tx.update(TABLE).execute();
  }

  private static boolean apply(Database database, Clock clock, Migration migration) {
    return database.write(tx -> {
      // First, so that of several processes that start together only one goes on.
      int mine =
          tx.update(
                  """
                  INSERT INTO schema_migrations (name, applied_at, checksum)
                  VALUES (:name, :now, :checksum) ON CONFLICT DO NOTHING\
                  """)
              .bind("name", migration.name())
              .bind("now", clock.instant())
              .bind("checksum", migration.checksum())
              .execute();
      if (mine == 0) return false;
      for (String statement : migration.statements(tx.dialect())) tx.update(statement).execute();
      return true;
    });
  }

  private static String resource(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream("migrations/" + name)) {
      if (in == null) throw new IllegalStateException("no migration named " + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
