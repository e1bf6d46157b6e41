package social.parley.cli.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** A few hands that do several things at once. */
final class Crew implements AutoCloseable {
  private static final int HANDS = 4;
  private final ExecutorService hands =
      Executors.newFixedThreadPool(HANDS, Thread.ofPlatform().daemon().name("demo-", 1).factory());
  private final List<Future<?>> begun = new ArrayList<>();

  /** Does the same with each, and gives the results in order once all are there. */
  <T, R> List<R> each(Collection<T> all, Function<T, R> work) {
    List<Future<R>> parts = new ArrayList<>();
    for (T one : all) parts.add(hands.submit(() -> work.apply(one)));
    List<R> results = new ArrayList<>();
    for (Future<R> part : parts) results.add(result(part));
    return results;
  }

  /** Does something meanwhile; called by one thread only. */
  void begin(Runnable work) {
    begun.add(hands.submit(work));
  }

  /** Waits for everything that was begun. */
  void finish() {
    begun.forEach(Crew::result);
    begun.clear();
  }

  private static <R> R result(Future<R> part) {
    try {
      return part.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException known) throw known;
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    hands.shutdownNow();
  }
}
