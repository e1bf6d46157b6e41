package social.parley.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Turns many small writes that wait at the same time into one: while one bundle is being written,
 * the next one gathers.
 */
final class Bundled<T> {
  private static final int MOST = 500;

  private record Waiting<T>(T item, CompletableFuture<Boolean> done) {}

  private final Consumer<List<T>> write;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock gathering = new ReentrantLock();
  private List<Waiting<T>> next = new ArrayList<>();

  Bundled(Consumer<List<T>> write) {
    this.write = write;
  }

  /** Returns once the item is written; throws what its bundle's write threw. */
  void add(T item) {
    Waiting<T> mine = new Waiting<>(item, new CompletableFuture<>());
    gathering.lock();
    try {
      next.add(mine);
    } finally {
      gathering.unlock();
    }
    writing.lock();
    try {
      while (!mine.done().isDone()) writeBundle();
    } finally {
      writing.unlock();
    }
    join(mine.done());
  }

  private void writeBundle() {
    List<Waiting<T>> bundle = takeBundle();
    try {
      write.accept(bundle.stream().map(Waiting::item).toList());
      bundle.forEach(one -> one.done().complete(true));
    } catch (RuntimeException failed) {
      bundle.forEach(one -> one.done().completeExceptionally(failed));
    }
  }

  private List<Waiting<T>> takeBundle() {
    gathering.lock();
    try {
      List<Waiting<T>> bundle = next;
      next = new ArrayList<>();
      if (bundle.size() > MOST) {
        next.addAll(bundle.subList(MOST, bundle.size()));
        bundle = new ArrayList<>(bundle.subList(0, MOST));
      }
      return bundle;
    } finally {
      gathering.unlock();
    }
  }

  private static void join(CompletableFuture<Boolean> done) {
    try {
      done.join();
    } catch (CompletionException wrapped) {
      if (wrapped.getCause() instanceof RuntimeException failed) throw failed;
      throw wrapped;
    }
  }
}
