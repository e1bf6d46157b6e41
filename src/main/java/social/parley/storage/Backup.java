package social.parley.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Writes a backup: a zip with {@code backup.json} (format and migrations), one {@code
 * tables/NAME.jsonl} a table (the names of the columns, then a JSON array a row, bytes in base64),
 * the files of folders as {@code files/FOLDER/...}, and at last {@code complete.json} with the
 * number of rows of each table. It is the same for both databases, so that one can move to the
 * other.
 */
final class Backup {
  static final int FORMAT = 1;
  static final String HEAD = "backup.json";
  static final String END = "complete.json";
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ROWS_AT_ONCE = 1000;
  private static final Logger log = LoggerFactory.getLogger(Backup.class);

  /** What is known before the tables are read. */
  record Head(int format, List<String> migrations) {}

  /** What is known after all has been written. */
  record End(Map<String, Long> rows) {}

  private final ZipOutputStream zip;
  private final Set<String> without;
  private final Map<String, Long> rows = new TreeMap<>();

  private Backup(ZipOutputStream zip, Set<String> without) {
    this.zip = zip;
    this.without = without;
  }

  /** Reads the tables as they were at one moment, then the folders. */
  static void write(Engine engine, Path archive, Map<String, Path> folders, Set<String> without)
      throws IOException {
    Path part = archive.resolveSibling(archive.getFileName() + ".part");
    // The archive holds private keys: nobody else on the machine may read it.
    Files.deleteIfExists(part);
    if (part.getFileSystem().supportedFileAttributeViews().contains("posix"))
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      Backup backup = new Backup(zip, without);
      engine.snapshot(backup::tables);
      for (var folder : folders.entrySet()) backup.folder(folder.getKey(), folder.getValue());
      backup.entry(END, JSON.writeValueAsBytes(new End(backup.rows)));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING);
  }

  private Boolean tables(Reading db) {
    try {
      List<String> migrations =
          db.query("SELECT name FROM schema_migrations ORDER BY name").mapTo(String.class).list();
      entry(HEAD, JSON.writeValueAsBytes(new Head(FORMAT, migrations)));
      for (Tables.Table table : Tables.of(db)) table(db, table);
      return true;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void table(Reading db, Tables.Table table) throws IOException {
    zip.putNextEntry(new ZipEntry("tables/" + table.name() + ".jsonl"));
    line(JSON.valueToTree(table.columns().stream().map(Tables.Column::name).toList()));
    long count = 0;
    String sql = "SELECT " + table.columnList() + " FROM " + Tables.quoted(table.name());
    try (Stream<ArrayNode> all =
        db
            .query(sql)
            .setFetchSize(ROWS_AT_ONCE)
            .map((row, context) -> values(row, table.columns()))
            .stream()) {
      for (Iterator<ArrayNode> each = all.iterator(); each.hasNext(); count++) line(each.next());
    }
    zip.closeEntry();
    rows.put(table.name(), count);
  }

  private static ArrayNode values(ResultSet row, List<Tables.Column> columns) throws SQLException {
    ArrayNode values = JSON.createArrayNode();
    for (int i = 0; i < columns.size(); i++) {
      int place = i + 1;
      switch (columns.get(i).kind()) {
        case WHOLE -> values.add(row.getLong(place));
        case FRACTION -> values.add(row.getDouble(place));
        case TEXT -> values.add(row.getString(place));
        case BOOLEAN -> values.add(row.getBoolean(place));
        case BYTES -> values.add(row.getBytes(place));
      }
      if (row.wasNull()) values.set(i, values.nullNode());
    }
    return values;
  }

  private void line(ArrayNode values) throws IOException {
    zip.write(JSON.writeValueAsString(values).getBytes(StandardCharsets.UTF_8));
    zip.write('\n');
  }

  private void folder(String name, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(this::belongs)::iterator) {
        String inside = folder.relativize(file).toString().replace('\\', '/');
        file(file, "files/" + name + "/" + inside, zip);
      }
    }
  }

  private boolean belongs(Path file) {
    return Files.isRegularFile(file) && !without.contains(file.getFileName().toString());
  }

  /** Files may go while the backup runs: what nobody needs any more is no loss. */
  static void file(Path file, String name, ZipOutputStream zip) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      zip.putNextEntry(new ZipEntry(name));
      in.transferTo(zip);
      zip.closeEntry();
    } catch (NoSuchFileException gone) {
      log.debug("file went during the backup name={}", name);
    }
  }

  private void entry(String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
