package social.parley.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Reads one damaged sample after the other on a thread of its own, until one does harm: throws what
 * it should not, takes seconds of the processor's time, or much memory.
 */
final class Trial {
  private static final long MOST_NANOS = Duration.ofSeconds(20).toNanos();
  private static final long MOST_BYTES = 256L << 20;
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What did harm, and how. */
  record Harm(byte[] input, String what, @Nullable Throwable thrown) {}

  private final Target target;
  private final Damage damage;
  private volatile byte[] input = new byte[0];
  private volatile long begunAt;
  private volatile long count;
  private volatile @Nullable Harm harm;

  Trial(Target target, RandomGenerator random) {
    this.target = target;
    this.damage = new Damage(random);
  }

  long count() {
    return count;
  }

  /** Goes on as long as it may; a thread that hangs is left behind. */
  Optional<Harm> run(BooleanSupplier more) throws InterruptedException {
    Thread reader = Thread.ofPlatform().daemon().name("fuzz").start(() -> readAll(more));
    while (!reader.join(LOOK)) {
      long time = THREADS.getThreadCpuTime(reader.threadId());
      if (time - begunAt > MOST_NANOS && begunAt > 0)
        return Optional.of(new Harm(input, "does not end", null));
    }
    return Optional.ofNullable(harm);
  }

  private void readAll(BooleanSupplier more) {
    while (harm == null && more.getAsBoolean()) {
      input = damage.of(target.samples());
      begunAt = THREADS.getCurrentThreadCpuTime();
      long before = THREADS.getCurrentThreadAllocatedBytes();
      try {
        target.reading().read(input);
      } catch (Throwable thrown) {
        harm = new Harm(input, "throws", thrown);
      }
      long used = THREADS.getCurrentThreadAllocatedBytes() - before;
      if (used > MOST_BYTES) harm = new Harm(input, "takes " + (used >> 20) + " MiB", null);
      count++;
    }
  }
}
