package social.parley.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Turns many small pieces of work that wait at the same time into one: while one bundle is being
 * done, the next one gathers.
 */
public final class Bundled<T, R> {
  private record Waiting<T, R>(T item, CompletableFuture<R> answer) {}

  private final int most;
  private final Function<List<T>, List<R>> work;
  private final ReentrantLock working = new ReentrantLock();
  private final ReentrantLock gathering = new ReentrantLock();
  private List<Waiting<T, R>> next = new ArrayList<>();

  /** The work gives one answer for each item, in their order. */
  public Bundled(int most, Function<List<T>, List<R>> work) {
    this.most = most;
    this.work = work;
  }

  /**
   * Returns once the item is done; throws what the work on its bundle threw, for everybody whose
   * item was in it.
   */
  public R add(T item) {
    Waiting<T, R> mine = new Waiting<>(item, new CompletableFuture<>());
    gathering.lock();
    try {
      next.add(mine);
    } finally {
      gathering.unlock();
    }
    working.lock();
    try {
      while (!mine.answer().isDone()) workOnBundle();
    } finally {
      working.unlock();
    }
    return join(mine.answer());
  }

  private void workOnBundle() {
    List<Waiting<T, R>> bundle = takeBundle();
    try {
      List<R> answers = work.apply(bundle.stream().map(Waiting::item).toList());
      for (int i = 0; i < bundle.size(); i++) bundle.get(i).answer().complete(answers.get(i));
    } catch (RuntimeException | Error failed) {
      bundle.forEach(one -> one.answer().completeExceptionally(failed));
    }
  }

  private List<Waiting<T, R>> takeBundle() {
    gathering.lock();
    try {
      List<Waiting<T, R>> bundle = next;
      next = new ArrayList<>();
      if (bundle.size() > most) {
        next.addAll(bundle.subList(most, bundle.size()));
        bundle = new ArrayList<>(bundle.subList(0, most));
      }
      return bundle;
    } finally {
      gathering.unlock();
    }
  }

  private static <R> R join(CompletableFuture<R> answer) {
    try {
      return answer.join();
    } catch (CompletionException wrapped) {
      if (wrapped.getCause() instanceof RuntimeException failed) throw failed;
      if (wrapped.getCause() instanceof Error failed) throw failed;
      throw wrapped;
    }
  }
}
