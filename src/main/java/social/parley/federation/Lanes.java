package social.parley.federation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works for many hosts side by side, a bounded number at once, and for each host one step after the
 * other. A host without work costs nothing; one that waits for a time costs an entry in a table.
 */
final class Lanes implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Lanes.class);
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(30);

  /** What a host's lane does after a step. */
  sealed interface Next {
    /** There is more to do. */
    record Again() implements Next {}

    /** Nothing more before this time. */
    record At(Instant time) implements Next {}

    /** Nothing more until somebody wakes it. */
    record Idle() implements Next {}
  }

  /** One step for one host. */
  @FunctionalInterface
  interface Work {
    Next step(String host);
  }

  private enum State {
    RUNNING,
    RUNNING_AND_WOKEN
  }

  private final String name;
  private final Clock clock;
  private final Work work;
  private final Semaphore atOnce;
  private final Semaphore doubtfulAtOnce;
  private final Predicate<String> doubtful;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private final Map<String, State> running = new HashMap<>();
  private final Map<String, Instant> waiting = new HashMap<>();
  private @Nullable Thread ticker;
  private boolean stopped = false;
  private long begun = 0;
  private long reported = 0;

  Lanes(String name, int atOnce, Clock clock, Work work) {
    this(name, atOnce, host -> false, clock, work);
  }

  /** Of the doubtful hosts only a quarter as many are worked for at once, besides the others. */
  Lanes(String name, int atOnce, Predicate<String> doubtful, Clock clock, Work work) {
    this.name = name;
    this.clock = clock;
    this.work = work;
    this.doubtful = doubtful;
    this.atOnce = new Semaphore(atOnce, true);
    this.doubtfulAtOnce = new Semaphore(Math.ceilDiv(atOnce, 4), true);
  }

  /** Begins to look after hosts that wait for a time. */
  void start() {
    ticker = Thread.ofVirtual().name(name + "-ticker").start(this::tick);
  }

  private void tick() {
    try {
      while (true) {
        Thread.sleep(TICK);
        wakeDue();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Wakes every host whose time has come. */
  void wakeDue() {
    lock.lock();
    try {
      Instant now = clock.instant();
      waiting.entrySet().stream()
          .filter(entry -> !entry.getValue().isAfter(now))
          .map(Map.Entry::getKey)
          .toList()
          .forEach(this::wake);
    } finally {
      lock.unlock();
    }
  }

  void wake(Collection<String> hosts) {
    hosts.forEach(this::wake);
  }

  /** There is something to do for this host. */
  void wake(String host) {
    lock.lock();
    try {
      if (stopped) return;
      waiting.remove(host);
      State before =
          running.put(host, running.containsKey(host) ? State.RUNNING_AND_WOKEN : State.RUNNING);
      begun++;
      if (before == null) Thread.ofVirtual().name(name + "-" + host).start(() -> run(host));
    } finally {
      lock.unlock();
    }
  }

  private void run(String host) {
    Next next = new Next.Again();
    while (next instanceof Next.Again || wokenAgain(host, next)) {
      if (stopped()) next = new Next.Idle();
      else next = step(host);
    }
  }

  private Next step(String host) {
    Semaphore permits = doubtful.test(host) ? doubtfulAtOnce : atOnce;
    permits.acquireUninterruptibly();
    try {
      return work.step(host);
    } catch (RuntimeException | Error bug) {
      log.error("step failed lanes={} host={}", name, host, bug);
      return new Next.At(clock.instant().plus(AFTER_FAULT));
    } finally {
      permits.release();
    }
  }

  /** False once the lane has ended, in one step with noticing that nobody woke it meanwhile. */
  private boolean wokenAgain(String host, Next next) {
    lock.lock();
    try {
      if (running.get(host) == State.RUNNING_AND_WOKEN && !stopped) {
        running.put(host, State.RUNNING);
        return true;
      }
      running.remove(host);
      if (next instanceof Next.At at) waiting.put(host, at.time());
      if (running.isEmpty()) quiet.signalAll();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean stopped() {
    lock.lock();
    try {
      return stopped;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until no lane runs; gives whether any was woken since the last time. */
  boolean awaitQuiet() {
    lock.lock();
    try {
      while (!running.isEmpty()) quiet.awaitUninterruptibly();
      boolean any = begun > reported;
      reported = begun;
      return any;
    } finally {
      lock.unlock();
    }
  }

  /** Lets running steps finish and begins no more. */
  @Override
  public void close() {
    lock.lock();
    try {
      stopped = true;
      waiting.clear();
      if (ticker != null) ticker.interrupt();
    } finally {
      lock.unlock();
    }
    awaitQuiet();
  }
}
