package social.parley.federation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works for many hosts side by side, a bounded number at once, and for each host one step after the
 * other. A host without work costs nothing; one that waits costs an entry in a table.
 */
final class Lanes implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Lanes.class);
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(30);
  // Of so many steps one is for a host without anything urgent.
  private static final int SHARE_OF_THE_OTHERS = 4;

  /** On whose behalf a host is woken when that does not matter. */
  static final long NOBODY = 0;

  /** What a host's lane does after a step. */
  sealed interface Next {
    /** There is more to do; whether it is urgent. */
    record Again(boolean urgent) implements Next {}

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

  /** Hosts that wait for a place, and how many may have one at once. */
  private static final class Places {
    final Turns urgent = new Turns();
    final Turns others = new Turns();
    private int free;
    private int begun;

    Places(int free) {
      this.free = free;
    }

    @Nullable String next() {
      if (free == 0) return null;
      boolean othersFirst = urgent.isEmpty() || begun % SHARE_OF_THE_OTHERS == 0;
      String host = othersFirst ? others.next() : urgent.next();
      if (host == null) host = urgent.next();
      if (host == null) return null;
      free--;
      begun++;
      return host;
    }
  }

  /** A host with something to do: it waits in one of the turns, or a step runs. */
  private static final class Lane {
    @Nullable Turns waits;
    long who = NOBODY;
    boolean woken;
    boolean urgent;
  }

  private final String name;
  private final Clock clock;
  private final Work work;
  private final Places places;
  private final Places doubtfulPlaces;
  private final Predicate<String> doubtful;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private final Map<String, Lane> lanes = new HashMap<>();
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
    this.places = new Places(atOnce);
    this.doubtfulPlaces = new Places(Math.ceilDiv(atOnce, 4));
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

  /** There is something to do for this host. */
  void wake(String host) {
    wake(host, NOBODY, false);
  }

  /** There is something to do for these hosts, on behalf of somebody. */
  void wake(Collection<String> hosts, long who, boolean urgent) {
    hosts.forEach(host -> wake(host, who, urgent));
  }

  private void wake(String host, long who, boolean urgent) {
    lock.lock();
    try {
      if (stopped) return;
      waiting.remove(host);
      begun++;
      Lane lane = lanes.get(host);
      boolean isNew = lane == null;
      if (lane == null) lanes.put(host, lane = new Lane());
      lane.who = who;
      lane.urgent |= urgent;
      lane.woken = true;
      if (isNew || lane.waits != null) queue(host, lane);
      begin();
    } finally {
      lock.unlock();
    }
  }

  private void queue(String host, Lane lane) {
    Places among = doubtful.test(host) ? doubtfulPlaces : places;
    Turns turns = lane.urgent ? among.urgent : among.others;
    if (lane.waits != null && lane.waits != turns) lane.waits.remove(host);
    lane.waits = turns;
    turns.add(host, lane.who);
  }

  /** Begins as many steps as there are places for. */
  private void begin() {
    for (Places among : new Places[] {places, doubtfulPlaces})
      for (String host = among.next(); host != null; host = among.next()) {
        String one = host;
        Lane lane = lanes.get(one);
        if (lane == null) throw new IllegalStateException("no lane waits for " + one);
        lane.waits = null;
        lane.woken = false;
        lane.urgent = false;
        Thread.ofVirtual().name(name + "-" + one).start(() -> run(one, lane, among));
      }
  }

  /** Whether something urgent has come for a host since its step began. */
  boolean isUrgent(String host) {
    lock.lock();
    try {
      Lane lane = lanes.get(host);
      return lane != null && lane.urgent;
    } finally {
      lock.unlock();
    }
  }

  private void run(String host, Lane lane, Places among) {
    Next next = step(host);
    lock.lock();
    try {
      among.free++;
      if (!stopped && (lane.woken || next instanceof Next.Again)) {
        lane.urgent |= next instanceof Next.Again(boolean urgent) && urgent;
        queue(host, lane);
      } else {
        lanes.remove(host);
        if (next instanceof Next.At(Instant time) && !stopped) waiting.put(host, time);
      }
      begin();
      if (lanes.isEmpty()) quiet.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private Next step(String host) {
    try {
      return work.step(host);
    } catch (RuntimeException | Error bug) {
      log.error("step failed lanes={} host={}", name, host, bug);
      return new Next.At(clock.instant().plus(AFTER_FAULT));
    }
  }

  /** Waits until no lane runs; gives whether any was woken since the last time. */
  boolean awaitQuiet() {
    lock.lock();
    try {
      while (!lanes.isEmpty()) quiet.awaitUninterruptibly();
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
      lanes.entrySet().removeIf(entry -> waits(entry.getKey(), entry.getValue()));
      if (ticker != null) ticker.interrupt();
    } finally {
      lock.unlock();
    }
    awaitQuiet();
  }

  private static boolean waits(String host, Lane lane) {
    if (lane.waits == null) return false;
    lane.waits.remove(host);
    return true;
  }
}
