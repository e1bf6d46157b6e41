package social.parley.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jdbi.v3.core.statement.PreparedBatch;
import tools.jackson.databind.JsonNode;

/** Reads a backup into an empty database: all of its rows in one transaction, or none. */
final class Restoration {
  private static final int ROWS_AT_ONCE = 1000;
  private final ZipFile zip;

  Restoration(ZipFile zip) {
    this.zip = zip;
  }

  /** The migrations that the backup was made with; fails if it is not one or not whole. */
  List<String> migrations() throws IOException {
    if (zip.getEntry(Backup.HEAD) == null) throw new IOException("this is not a backup");
    if (zip.getEntry(Backup.END) == null) throw new IOException("the backup is not complete");
    Backup.Head head = Backup.JSON.readValue(bytes(Backup.HEAD), Backup.Head.class);
    if (head.format() != Backup.FORMAT)
      throw new IOException("the backup has format " + head.format() + ", which is not known");
    return head.migrations();
  }

  /** Fills the tables, which must be as the backup's migrations made them, and empty. */
  void rows(Tx tx) {
    List<Tables.Table> tables = Tables.of(tx);
    for (Tables.Table table : tables)
      if (tx.query("SELECT 1 FROM " + Tables.quoted(table.name()) + " LIMIT 1")
          .mapTo(Integer.class)
          .findOne()
          .isPresent()) throw new IllegalStateException("table " + table.name() + " is not empty");
    List<String> constraints = liftConstraints(tx);
    try {
      Map<String, Long> expected =
          Backup.JSON.readValue(bytes(Backup.END), Backup.End.class).rows();
      for (Tables.Table table : tables) {
        long count = table(tx, table);
        if (count != expected.getOrDefault(table.name(), 0L))
          throw new IllegalStateException("rows are missing in " + table.name());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    for (String constraint : constraints) tx.update(constraint).execute();
  }

  /** Unpacks the files that were saved under this name. */
  void folder(String name, Path folder) throws IOException {
    String prefix = "files/" + name + "/";
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (!entry.getName().startsWith(prefix)) continue;
      Path file = folder.resolve(entry.getName().substring(prefix.length())).normalize();
      // A name with dots could lead anywhere on the disk.
      if (!file.startsWith(folder.normalize())) throw new IOException("a file outside its folder");
      Files.createDirectories(file.getParent());
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, file);
      }
    }
  }

  private long table(Tx tx, Tables.Table table) throws IOException {
    ZipEntry entry = zip.getEntry("tables/" + table.name() + ".jsonl");
    if (entry == null) return 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
      List<String> names = new ArrayList<>();
      Backup.JSON.readTree(lines.readLine()).forEach(name -> names.add(name.asString()));
      List<Tables.Column> columns = inOrder(table, names);
      String insert =
          "INSERT INTO %s (%s) VALUES (%s)"
              .formatted(
                  Tables.quoted(table.name()),
                  String.join(", ", names.stream().map(Tables::quoted).toList()),
                  String.join(", ", Collections.nCopies(names.size(), "?")));
      long count = 0;
      for (Iterator<String> each = lines.lines().iterator(); each.hasNext(); ) {
        PreparedBatch batch = tx.batch(insert);
        for (int i = 0; i < ROWS_AT_ONCE && each.hasNext(); i++, count++) {
          JsonNode values = Backup.JSON.readTree(each.next());
          for (int c = 0; c < columns.size(); c++) bind(batch, c, columns.get(c), values.get(c));
          batch.add();
        }
        batch.execute();
      }
      return count;
    }
  }

  private static List<Tables.Column> inOrder(Tables.Table table, List<String> names) {
    return names.stream()
        .map(name ->
            table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + name + " in " + table.name())))
        .toList();
  }

  private static void bind(PreparedBatch batch, int place, Tables.Column column, JsonNode value) {
    boolean none = value.isNull();
    switch (column.kind()) {
      case WHOLE -> batch.bindByType(place, none ? null : value.asLong(), Long.class);
      case FRACTION -> batch.bindByType(place, none ? null : value.asDouble(), Double.class);
      case TEXT -> batch.bindByType(place, none ? null : value.asString(), String.class);
      case BOOLEAN -> batch.bindByType(place, none ? null : value.asBoolean(), Boolean.class);
      case BYTES -> batch.bindByType(place, none ? null : value.binaryValue(), byte[].class);
    }
  }

  private record Constraint(String tableName, String name, String definition) {}

  /**
   * Rows may refer to rows that come later, so references are checked at the end. Returns the
   * statements that then do it.
   */
  private static List<String> liftConstraints(Tx tx) {
    return switch (tx.dialect()) {
      case SQLITE -> {
        tx.update("PRAGMA defer_foreign_keys = ON").execute();
        yield List.of();
      }
      case POSTGRES -> {
        List<Constraint> all =
            tx.query(
                    """
                    SELECT CAST(CAST(conrelid AS regclass) AS text) AS table_name,
                      CAST(conname AS text) AS name, pg_get_constraintdef(oid) AS definition
                    FROM pg_constraint
                    WHERE contype = 'f' AND connamespace = CAST(current_schema() AS regnamespace)\
                    """)
                .mapTo(Constraint.class)
                .list();
        for (Constraint one : all)
          tx.update(
                  "ALTER TABLE %s DROP CONSTRAINT %s"
                      .formatted(one.tableName(), Tables.quoted(one.name())))
              .execute();
        yield all.stream()
            .map(one ->
                "ALTER TABLE %s ADD CONSTRAINT %s %s"
                    .formatted(one.tableName(), Tables.quoted(one.name()), one.definition()))
            .toList();
      }
    };
  }

  private byte[] bytes(String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return in.readAllBytes();
    }
  }
}
