package social.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Many callers, one piece of work. */
class BundledTest {
  private final CountDownLatch open = new CountDownLatch(1);
  private final Bundled<String, String> bundled = new Bundled<>(10, this::work);

  /** The first one waits, so that the others gather behind it. */
  private List<String> work(List<String> items) {
    if (items.contains("first")) await();
    if (items.contains("deep")) throw new StackOverflowError("too deep");
    return items.stream().map(item -> item + " done").toList();
  }

  private void await() {
    try {
      open.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private FutureTask<String> waiting(String item) {
    FutureTask<String> task = new FutureTask<>(() -> bundled.add(item));
    Thread thread = Thread.ofPlatform().daemon().start(task);
    while (thread.getState() != Thread.State.WAITING) Thread.onSpinWait();
    return task;
  }

  @Test
  void anErrorIsEverybodysAnswer() throws Exception {
    FutureTask<String> first = waiting("first");
    FutureTask<String> deep = waiting("deep");
    FutureTask<String> other = waiting("other");
    open.countDown();
    assertThat(first.get(1, TimeUnit.MINUTES)).isEqualTo("first done");
    for (FutureTask<String> one : List.of(deep, other))
      assertThatThrownBy(() -> one.get(1, TimeUnit.MINUTES))
          .hasCauseInstanceOf(StackOverflowError.class);
    assertThat(bundled.add("later")).isEqualTo("later done");
  }
}
