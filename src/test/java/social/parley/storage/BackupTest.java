package social.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  /** A table for the types and one that refers to itself, both ways round. */
  private static final Migrations TABLES =
      new Migrations(
          List.of(
              new Migrations.Migration(
                  "001_things.sql",
                  """
                  CREATE TABLE things (
                    id ${id} PRIMARY KEY,
                    label TEXT,
                    hidden BOOLEAN,
                    raw ${bytes},
                    part DOUBLE PRECISION,
                    next BIGINT REFERENCES things (id)
                  );
                  CREATE TABLE empty_ones (id ${id} PRIMARY KEY);
                  """)));

  record Thing(
      long id,
      @Nullable String label,
      @Nullable Boolean hidden,
      byte @Nullable [] raw,
      @Nullable Double part,
      @Nullable Long next) {}

  private static final List<Thing> THINGS =
      List.of(
          new Thing(1, "a\n\u2028\"ü\ud83d\ude00", true, new byte[] {0, -128, 127}, 0.1, null),
          new Thing(2, "", false, new byte[0], -1e300, 1L),
          new Thing(Long.MAX_VALUE, null, null, null, null, 2L));

  @TempDir Path folder;
  private Path archive;
  private Path media;

  @BeforeEach
  void files() throws IOException {
    archive = folder.resolve("backup.zip");
    media = Files.createDirectories(folder.resolve("media/ab"));
    Files.writeString(media.resolve("c.txt"), "hello");
    media = media.getParent();
  }

  private Database filled(Database database) {
    TABLES.apply(database, Clock.systemUTC());
    database.run(tx -> {
      tx.batch(
              """
              INSERT INTO things (id, label, hidden, raw, part, next)
              VALUES (:id, :label, :hidden, :raw, :part, :next)\
              """,
              THINGS)
          .execute();
      // Refers to a row that comes later in the archive.
      tx.update("UPDATE things SET next = 2 WHERE id = 1").execute();
    });
    return database;
  }

  private static List<Thing> things(Database database) {
    return database.read(
        db -> db.query("SELECT * FROM things ORDER BY id").mapTo(Thing.class).list());
  }

  @Test
  void fromSqliteToPostgresAndBack() throws IOException {
    List<Thing> before;
    Path second = folder.resolve("second.zip");
    try (Database database = filled(Databases.bareSqlite(folder.resolve("a")))) {
      before = things(database);
      database.backup(archive, Map.of("media", media), Set.of());
    }
    try (Database database = Databases.barePostgres()) {
      restore(archive, database);
      assertThat(things(database)).usingRecursiveComparison().isEqualTo(before);
      assertThatThrownBy(
              () -> database.run(tx -> tx.update("DELETE FROM things WHERE id = 2").execute()))
          .as("references are checked again")
          .isInstanceOf(RuntimeException.class);
      database.backup(second, Map.of(), Set.of());
    }
    try (Database database = Databases.bareSqlite(folder.resolve("b"))) {
      restore(second, database);
      assertThat(things(database)).usingRecursiveComparison().isEqualTo(before);
      assertThatThrownBy(() -> restore(second, database)).hasMessageContaining("not empty");
    }
  }

  private static void restore(Path archive, Database database) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Restoration restoration = new Restoration(zip);
      TABLES.only(restoration.migrations()).apply(database, Clock.systemUTC());
      database.run(restoration::rows);
    }
  }

  @Test
  void theRealTablesWithFiles() throws IOException {
    try (Database database = Databases.sqlite(folder.resolve("a"))) {
      database.run(tx ->
          tx.update(
                  """
                  INSERT INTO jobs (id, kind, payload, due_at, attempts)
                  VALUES (1, 'k', '{}', 5, 0)\
                  """)
              .execute());
      Files.writeString(media.resolve("ab/copy.txt"), "of another server");
      database.backup(archive, Map.of("media", media), Set.of("copy.txt"));
    }
    DatabaseAddress target = Databases.sqliteAddress(folder.resolve("b"));
    Path newMedia = folder.resolve("new");
    Database.restore(
        archive, Map.of("media", newMedia), target, Clock.systemUTC(), new SimpleMeterRegistry());
    assertThat(newMedia.resolve("ab/c.txt")).hasContent("hello");
    assertThat(newMedia.resolve("ab/copy.txt")).doesNotExist();
    try (Database database = Databases.sqlite(folder.resolve("b"))) {
      long due = database.read(db -> db.query("SELECT due_at FROM jobs").mapTo(Long.class).one());
      assertThat(due).isEqualTo(5);
    }
  }

  @Test
  void aFileThatWentMeanwhileIsLeftOut() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      Backup.file(media.resolve("gone.txt"), "files/media/gone.txt", zip);
      Backup.file(media.resolve("ab/c.txt"), "files/media/ab/c.txt", zip);
    }
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("files/media/ab/c.txt");
    }
  }

  @Test
  void aCutOffArchiveIsRefused() throws IOException {
    try (Database database = filled(Databases.bareSqlite(folder.resolve("a")))) {
      database.backup(archive, Map.of(), Set.of());
    }
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, java.util.Arrays.copyOf(whole, whole.length / 2));
    try (Database database = Databases.bareSqlite(folder.resolve("b"))) {
      assertThatThrownBy(() -> restore(archive, database)).isInstanceOf(IOException.class);
    }
  }
}
