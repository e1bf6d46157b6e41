package social.parley.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import social.parley.core.TestClock;

/** Whose turn it is when there are more hosts than places: here there is one place. */
class LanesTest {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final List<String> steps = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> more = new ConcurrentHashMap<>();
  private final Lanes lanes = new Lanes("test", 1, new TestClock(), this::step);

  @AfterEach
  void stop() {
    released.countDown();
    lanes.close();
  }

  private Lanes.Next step(String host) {
    steps.add(host);
    if (host.equals("first")) {
      begun.countDown();
      await(released);
    }
    return more.merge(host, -1, Integer::sum) >= 0
        ? new Lanes.Next.Again(false)
        : new Lanes.Next.Idle();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** The place is taken until {@link #order} is asked for. */
  private void occupy() {
    lanes.wake("first");
    await(begun);
  }

  private List<String> order() {
    released.countDown();
    lanes.awaitQuiet();
    return steps.subList(1, steps.size());
  }

  private static List<String> hosts(String name, int number) {
    return IntStream.rangeClosed(1, number).mapToObj(i -> name + i).toList();
  }

  @Test
  void oneWithManyHostsDelaysNobodyWithFew() {
    occupy();
    lanes.wake(hosts("many", 5), 1, false);
    lanes.wake(hosts("few", 2), 2, false);
    assertThat(order())
        .containsExactly("many1", "few1", "many2", "few2", "many3", "many4", "many5");
  }

  @Test
  void aHostThatManyAndFewWaitForIsTheTurnOfTheFew() {
    occupy();
    lanes.wake(hosts("many", 4), 1, false);
    lanes.wake(List.of("many4"), 2, false);
    assertThat(order()).containsExactly("many1", "many4", "many2", "many3");
  }

  @Test
  void whatIsUrgentGoesFirstAndLeavesTheOthersAShare() {
    occupy();
    lanes.wake(hosts("bulk", 3), 1, false);
    lanes.wake(hosts("urgent", 5), 2, true);
    lanes.wake(List.of("bulk3"), 3, true);
    assertThat(order())
        .containsExactly(
            "urgent1", "bulk3", "urgent2", "bulk1", "urgent3", "urgent4", "urgent5", "bulk2");
  }

  @Test
  void aHostWithMuchToDoGoesToTheEndAfterEachStep() {
    occupy();
    more.put("a", 2);
    lanes.wake(List.of("a", "b"), 1, false);
    assertThat(order()).containsExactly("a", "b", "a", "a");
  }

  @Test
  void whatHasBecomeUrgentIsKnownToTheStepThatRuns() {
    occupy();
    assertThat(lanes.isUrgent("first")).isFalse();
    lanes.wake(List.of("first"), 1, true);
    assertThat(lanes.isUrgent("first")).isTrue();
    assertThat(order()).containsExactly("first");
  }
}
