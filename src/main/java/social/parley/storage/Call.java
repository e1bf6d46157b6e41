package social.parley.storage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.core.Refused;
import social.parley.core.Scope;

/** Work that waits for its turn on another thread, and the caller who waits for its result. */
final class Call<I, T extends @Nullable Object> {
  private final Function<I, T> work;
  private final @Nullable String request = Scope.REQUEST.isBound() ? Scope.REQUEST.get() : null;
  private final CompletableFuture<T> answer = new CompletableFuture<>();

  Call(Function<I, T> work) {
    this.work = work;
  }

  /** What came of the work, which the caller does not know before it is told. */
  sealed interface Outcome {
    void tell();
  }

  record Returned(Runnable telling) implements Outcome {
    @Override
    public void tell() {
      telling.run();
    }
  }

  record Threw(Call<?, ?> call, Throwable thrown) implements Outcome {
    @Override
    public void tell() {
      call.fail(thrown);
    }
  }

  /** Runs the work on this thread, in the caller's scope. */
  Outcome run(I input, ScopedValue<Boolean> inside) {
    try {
      var scope = ScopedValue.where(inside, true);
      if (request != null) scope = scope.where(Scope.REQUEST, request);
      T result = scope.call(() -> work.apply(input));
      return new Returned(() -> answer.complete(result));
    } catch (Throwable thrown) {
      return new Threw(this, thrown);
    }
  }

  void fail(Throwable thrown) {
    answer.completeExceptionally(thrown);
  }

  /** Waits for the result; what the work throws is thrown here. */
  T await() {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      throw rethrown(failed);
    }
  }

  private static RuntimeException rethrown(CompletionException failed) {
    Throwable cause = failed.getCause();
    if (cause == null) return failed;
    if (cause instanceof Refused refused) return refused;
    // The cause's own stack trace ends in the thread of the database; this shows who asked.
    cause.addSuppressed(new CalledFrom());
    if (cause instanceof Error error) throw error;
    return cause instanceof RuntimeException unchecked ? unchecked : failed;
  }

  private static final class CalledFrom extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CalledFrom() {
      super("called from");
    }
  }
}
