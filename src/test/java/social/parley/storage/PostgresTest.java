package social.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostgresTest {
  @Test
  void aDeadlockIsTriedAgain() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    CyclicBarrier bothHaveOne = new CyclicBarrier(2);
    try (Database database = Databases.postgres();
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      database.run(tx -> {
        tx.update("CREATE TABLE counters (id BIGINT PRIMARY KEY, n BIGINT NOT NULL)").execute();
        tx.update("INSERT INTO counters (id, n) VALUES (1, 0), (2, 0)").execute();
      });
      Future<?> there = callers.submit(() -> count(database, 1, 2, attempts, bothHaveOne));
      Future<?> back = callers.submit(() -> count(database, 2, 1, attempts, bothHaveOne));
      there.get();
      back.get();
      List<Long> counted =
          database.read(db -> db.query("SELECT n FROM counters").mapTo(Long.class).list());
      assertThat(counted).containsExactly(2L, 2L);
      assertThat(attempts.get()).isGreaterThan(2);
    }
  }

  private static void count(
      Database database, long first, long second, AtomicInteger attempts, CyclicBarrier barrier) {
    database.run(tx -> {
      add(tx, first);
      if (attempts.incrementAndGet() <= 2) await(barrier);
      add(tx, second);
    });
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static void add(Tx tx, long id) {
    tx.update("UPDATE counters SET n = n + 1 WHERE id = :id").bind("id", id).execute();
  }
}
