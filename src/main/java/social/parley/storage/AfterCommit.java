package social.parley.storage;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what follows commits, one after the other in commit order, on a thread of its own. */
final class AfterCommit {
  private static final Logger log = LoggerFactory.getLogger(AfterCommit.class);
  private static final ScopedValue<AfterCommit> RUNNING = ScopedValue.newInstance();

  private final ExecutorService line =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("after-commit").factory());
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private int pending;

  void enqueue(List<Runnable> work) {
    if (work.isEmpty()) return;
    count(1);
    try {
      line.execute(() -> runAll(work));
    } catch (RejectedExecutionException closed) {
      count(-1);
      log.warn("after-commit work dropped: database closed");
    }
  }

  /** Waits until nothing is left. */
  void settle() {
    if (RUNNING.isBound() && RUNNING.get() == this)
      throw new IllegalStateException("after-commit work would wait for itself");
    lock.lock();
    try {
      while (pending > 0) idle.awaitUninterruptibly();
    } finally {
      lock.unlock();
    }
  }

  /** Lets what is there finish. */
  void close() {
    line.close();
  }

  private void runAll(List<Runnable> work) {
    try {
      ScopedValue.where(RUNNING, this).run(() -> work.forEach(AfterCommit::runOne));
    } finally {
      count(-1);
    }
  }

  private static void runOne(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error bug) {
      log.error("after-commit work failed", bug);
    }
  }

  private void count(int change) {
    lock.lock();
    try {
      pending += change;
      if (pending == 0) idle.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
