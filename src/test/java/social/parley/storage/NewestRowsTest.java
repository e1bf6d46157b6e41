package social.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.core.Cursor;

class NewestRowsTest {
  private static final int LENGTH = 6;

  @TempDir Path folder;
  private final NewestRows<String, Long> rows =
      new NewestRows<>(LENGTH, 8, 1 << 16, Long::longValue);
  private Database database;
  private int scans;

  @BeforeEach
  void open() {
    database = Database.connect(Databases.sqliteAddress(folder), new SimpleMeterRegistry());
    database.run(tx -> tx.update("CREATE TABLE numbers (n INTEGER PRIMARY KEY)").execute());
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Even numbers, so that there are bounds between them. */
  private void fill(int count) {
    for (long n = 2; n <= 2L * count; n += 2) insert(n);
  }

  private void insert(long number) {
    database.run(tx -> {
      tx.update("INSERT INTO numbers (n) VALUES (:n)").bind("n", number).execute();
      rows.drop(tx, "numbers");
    });
  }

  private List<Long> scan(Cursor cursor, String where) {
    scans++;
    return database.read(db ->
        db.page("SELECT n FROM numbers WHERE " + where, "n", cursor).mapTo(Long.class).list());
  }

  private List<Long> page(Cursor cursor) {
    return rows.page("numbers", cursor, at -> scan(at, "TRUE"));
  }

  private List<Long> thirds(Cursor cursor) {
    return rows.page(
        "numbers", cursor, n -> n % 3 == 0, at -> scan(at, "TRUE"), at -> scan(at, "n % 3 = 0"));
  }

  private static List<Cursor> cursors(long highest) {
    List<Long> bounds = new ArrayList<>();
    bounds.add(null);
    for (long bound = 0; bound <= highest + 1; bound++) bounds.add(bound);
    List<Cursor> cursors = new ArrayList<>();
    for (Long max : bounds)
      for (Long min : bounds)
        for (int limit : new int[] {1, 3, LENGTH, LENGTH + 3}) {
          cursors.add(new Cursor(max, min, null, limit));
          if (min != null) cursors.add(new Cursor(max, null, min, limit));
        }
    return cursors;
  }

  @Test
  void everyPageIsTheOneThatAScanFinds() {
    for (int count : new int[] {0, 3, LENGTH - 1, LENGTH, LENGTH + 5}) {
      database.run(tx -> {
        tx.update("DELETE FROM numbers").execute();
        rows.drop(tx, "numbers");
      });
      fill(count);
      for (Cursor cursor : cursors(2L * count)) {
        assertThat(page(cursor)).as("%s of %s", cursor, count).isEqualTo(scan(cursor, "TRUE"));
        assertThat(thirds(cursor))
            .as("thirds, %s of %s", cursor, count)
            .isEqualTo(scan(cursor, "n % 3 = 0"));
      }
    }
  }

  @Test
  void theFirstPageIsScannedOnce() {
    fill(10);
    scans = 0;
    page(Cursor.first(4));
    page(Cursor.first(4));
    page(new Cursor(null, null, 14L, 4));
    page(new Cursor(18L, null, null, 4));
    assertThat(scans).isEqualTo(1);
  }

  @Test
  void whoAsksForWhatIsFurtherDownReadsNothingAhead() {
    fill(10);
    scans = 0;
    assertThat(page(new Cursor(7L, null, null, 2))).containsExactly(6L, 4L);
    assertThat(scans).isEqualTo(1);
  }

  @Test
  void whatIsAddedIsThereAtOnce() {
    fill(10);
    assertThat(page(Cursor.first(2))).containsExactly(20L, 18L);
    insert(21);
    assertThat(page(Cursor.first(2))).containsExactly(21L, 20L);
  }
}
