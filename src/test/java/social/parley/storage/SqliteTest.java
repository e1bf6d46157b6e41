package social.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.core.Refused;

/** What is peculiar to SQLite: one writer, whose waiting writes share a commit. */
class SqliteTest {
  @TempDir Path folder;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private Database database;

  @BeforeEach
  void open() {
    database = Database.connect(Databases.sqliteAddress(folder), meters);
    database.run(tx -> {
      tx.update("CREATE TABLE numbers (n INTEGER PRIMARY KEY)").execute();
      tx.update(
              """
              CREATE TABLE links (
                n BIGINT REFERENCES numbers (n) DEFERRABLE INITIALLY DEFERRED)\
              """)
          .execute();
    });
  }

  @AfterEach
  void close() {
    callers.close();
    database.close();
  }

  private static void insert(Tx tx, long number) {
    tx.update("INSERT INTO numbers (n) VALUES (:n)").bind("n", number).execute();
  }

  private static List<Long> numbers(Reading db) {
    return db.query("SELECT n FROM numbers ORDER BY n").mapTo(Long.class).list();
  }

  /** Lets these writes wait until all are in line, so that they share one commit. */
  private List<Future<?>> together(List<Runnable> writes) throws InterruptedException {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Future<?> first =
        callers.submit(() ->
            database.run(tx -> {
              writing.countDown();
              awaitUnchecked(go);
            }));
    writing.await();
    List<Future<?>> all = new ArrayList<>();
    for (Runnable write : writes) {
      all.add(callers.submit(write));
      while (meters.get("storage.writes.waiting").gauge().value() < all.size()) Thread.onSpinWait();
    }
    all.add(first);
    go.countDown();
    return all;
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static boolean failed(Future<?> write) throws InterruptedException {
    try {
      write.get();
      return false;
    } catch (ExecutionException failed) {
      return true;
    }
  }

  @Test
  void waitingWritesShareACommitAndFailAlone() throws InterruptedException {
    List<Runnable> writes =
        LongStream.range(0, 100)
            .<Runnable>mapToObj(number ->
                () ->
                    database.run(tx -> {
                      insert(tx, number);
                      if (number % 3 == 0) throw new Refused.Conflict("no");
                      // A violation after a good statement of the same write.
                      if (number % 5 == 0) insert(tx, number);
                    }))
            .toList();
    List<Future<?>> all = together(writes);
    for (int i = 0; i < 100; i++)
      assertThat(failed(all.get(i))).as("write %s", i).isEqualTo(i % 3 == 0 || i % 5 == 0);
    assertThat(database.read(SqliteTest::numbers))
        .containsExactlyElementsOf(
            LongStream.range(0, 100).filter(i -> i % 3 != 0 && i % 5 != 0).boxed().toList());
    assertThat(meters.get("storage.writes.together").summary().max()).isEqualTo(100);
  }

  @Test
  void whenTheCommitFailsAllOfThemFailAndNothingStays() throws InterruptedException {
    Set<String> heard = new HashSet<>();
    List<Future<?>> all =
        together(
            List.of(
                () ->
                    database.run(tx -> {
                      insert(tx, 1);
                      tx.afterCommit(() -> heard.add("1"));
                    }),
                () -> database.run(tx -> tx.update("INSERT INTO links (n) VALUES (9)").execute())));
    assertThat(failed(all.get(0))).isTrue();
    assertThat(failed(all.get(1))).isTrue();
    database.run(tx -> insert(tx, 2));
    database.settle();
    assertThat(database.read(SqliteTest::numbers)).containsExactly(2L);
    assertThat(heard).isEmpty();
  }

  @Test
  void afterCommitRunsInCommitOrderAndSeesTheData() throws InterruptedException {
    List<Long> heard = new ArrayList<>();
    List<Runnable> writes =
        LongStream.range(0, 50)
            .<Runnable>mapToObj(number ->
                () ->
                    database.run(tx -> {
                      insert(tx, number);
                      tx.afterCommit(() -> {
                        if (database.read(SqliteTest::numbers).contains(number)) heard.add(number);
                      });
                    }))
            .toList();
    for (Future<?> write : together(writes)) assertThat(failed(write)).isFalse();
    database.settle();
    assertThat(heard).containsExactlyElementsOf(LongStream.range(0, 50).boxed().toList());
  }

  @Test
  void aSlowListenerDoesNotHoldUpWrites() {
    CountDownLatch go = new CountDownLatch(1);
    database.run(tx -> tx.afterCommit(() -> awaitUnchecked(go)));
    database.run(tx -> insert(tx, 1));
    go.countDown();
    database.settle();
    assertThat(database.read(SqliteTest::numbers)).containsExactly(1L);
  }

  @Test
  void nativeCallsStayOffTheCallersThreads() throws Exception {
    // Virtual threads that wait for SQLite must not keep their carriers from others.
    Future<List<Boolean>> virtual =
        callers.submit(() ->
            List.of(
                Thread.currentThread().isVirtual(),
                database.<Boolean>read(db -> Thread.currentThread().isVirtual()),
                database.<Boolean>write(tx -> Thread.currentThread().isVirtual())));
    assertThat(virtual.get()).containsExactly(true, false, false);
  }

  @Test
  void oneSeesOnesOwnWritesAtOnce() throws Exception {
    List<Future<?>> all = new ArrayList<>();
    for (long i = 0; i < 200; i++) {
      long number = i;
      all.add(
          callers.submit(() -> {
            database.run(tx -> insert(tx, number));
            assertThat(database.read(SqliteTest::numbers)).contains(number);
          }));
    }
    for (Future<?> one : all) one.get();
  }

  @Test
  void aReadCannotWrite() {
    String sneaky = "INSERT INTO numbers (n) VALUES (1) RETURNING n";
    assertThatThrownBy(() -> database.<Long>read(db -> db.query(sneaky).mapTo(Long.class).one()))
        .hasMessageContaining("readonly");
  }

  @Test
  void aResultLeftOpenDoesNotKeepAnOldState() {
    database.run(tx -> {
      insert(tx, 1);
      insert(tx, 2);
    });
    for (int i = 0; i < 10; i++)
      database.run(db -> {
        db.query("SELECT n FROM numbers").mapTo(Long.class).iterator().next();
        throwAway(db);
      });
    for (int i = 0; i < 10; i++) database.<Boolean>read(SqliteTest::throwAway);
    database.run(tx -> insert(tx, 3));
    for (int i = 0; i < 10; i++)
      assertThat(database.read(SqliteTest::numbers)).containsExactly(1L, 2L, 3L);
  }

  private static boolean throwAway(Reading db) {
    return db.query("SELECT n FROM numbers").mapTo(Long.class).iterator().hasNext();
  }

  @Test
  void theSameStatementInsideItsOwnLoop() {
    database.run(tx -> {
      insert(tx, 1);
      insert(tx, 2);
    });
    List<Long> pairs = new ArrayList<>();
    database.<Boolean>read(db -> {
      String sql = "SELECT n FROM numbers ORDER BY n";
      db.query(sql)
          .mapTo(Long.class)
          .useIterator(outer -> {
            while (outer.hasNext()) {
              long n = outer.next();
              for (long m : db.query(sql).mapTo(Long.class).list()) pairs.add(10 * n + m);
            }
          });
      return true;
    });
    assertThat(pairs).containsExactly(11L, 12L, 21L, 22L);
  }

  @Test
  void anotherProcessMayWriteTheSameFile() throws Exception {
    try (Database other =
        Database.connect(Databases.sqliteAddress(folder), new SimpleMeterRegistry())) {
      List<Future<?>> all = new ArrayList<>();
      for (long i = 0; i < 300; i++) {
        long number = i;
        Database one = i % 2 == 0 ? database : other;
        all.add(
            callers.submit(() ->
                one.run(tx -> {
                  assertThat(numbers(tx)).doesNotContain(number);
                  insert(tx, number);
                })));
      }
      for (Future<?> write : all) write.get();
      assertThat(database.read(SqliteTest::numbers)).hasSize(300);
    }
  }

  @Test
  void closedItSaysSo() {
    database.close();
    assertThatThrownBy(() -> database.run(tx -> {})).hasMessageContaining("closed");
    assertThatThrownBy(() -> database.<Long>read(db -> 1L)).hasMessageContaining("closed");
  }
}
