package social.parley.streaming;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work in order on a thread of its own; what is too much is left out rather than kept waiting. */
final class Line implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Line.class);
  private static final int LENGTH = 10_000;

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(LENGTH),
          Thread.ofVirtual().name("streaming").factory());

  Line() {
    thread.allowCoreThreadTimeOut(true);
  }

  void add(Runnable work) {
    try {
      thread.execute(() -> run(work));
    } catch (RejectedExecutionException full) {
      if (!thread.isShutdown()) log.warn("streaming is {} events behind: one is left out", LENGTH);
    }
  }

  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error bug) {
      log.error("streaming failed", bug);
    }
  }

  /** Waits until all that was added before is done. */
  void settle() {
    if (thread.isShutdown()) return;
    try {
      thread.submit(() -> {}).get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
