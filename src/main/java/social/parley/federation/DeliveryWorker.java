package social.parley.federation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.core.Iri;
import social.parley.fetch.Delivered;
import social.parley.fetch.Fetcher;
import social.parley.storage.Bundled;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/**
 * Delivers what waits: many hosts side by side, at each host what is urgent first and then by turns
 * of the senders, what one sender has for it strictly in order. A delivery counts as done only once
 * the peer has answered, so after a crash some arrive twice and none is lost.
 */
final class DeliveryWorker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);
  private static final String CONTENT_TYPE = "application/activity+json";
  private static final int HOSTS_AT_ONCE = 512;
  private static final int ROWS_AT_ONCE = 100;
  private static final int INBOXES_AT_ONCE = 8;
  private static final int HOSTS_TOGETHER = 16;
  private static final int ENDED_TOGETHER = 500;
  private static final int PATIENCE = 3;
  private static final int MOST_ATTEMPTS = 24;

  private final Database database;
  private final Clock clock;
  private final Fetcher fetcher;
  private final HostHealth health;
  private final MeterRegistry meters;
  private final DeliveryStore store = new DeliveryStore();
  private final Lanes lanes;
  // Hosts for which something may wait that is not due yet; for all others nobody need look.
  private final Set<String> putOff = ConcurrentHashMap.newKeySet();
  private final OutgoingBodies bodies;
  private final Bundled<String, List<DeliveryStore.Row>> waiting;
  private final Bundled<Ended, Ended> ended;

  /** Why no more goes to a host just now; {@code own} when the delivery itself may be to blame. */
  private record Failed(
      DeliveryStore.Row row, boolean own, String reason, @Nullable Duration after) {}

  /** What has arrived at a host. */
  private record Ended(String host, Collection<Long> rows) {}

  DeliveryWorker(
      Database database,
      Clock clock,
      OutgoingBodies bodies,
      Fetcher fetcher,
      HostHealth health,
      DeliveryQueue queue,
      MeterRegistry meters) {
    this.database = database;
    this.clock = clock;
    this.fetcher = fetcher;
    this.health = health;
    this.meters = meters;
    this.bodies = bodies;
    this.waiting = new Bundled<>(HOSTS_TOGETHER, this::take);
    this.ended = new Bundled<>(ENDED_TOGETHER, this::remove);
    this.lanes = new Lanes("delivery", HOSTS_AT_ONCE, health::isFailing, clock, this::step);
    queue.listen(this::wake);
  }

  /** Takes up what waits from the last run, and begins to look after what was put off. */
  void start() {
    lanes.start();
    wakeAll();
  }

  /** Looks after every host that something waits for. */
  void wakeAll() {
    for (DeliveryStore.Host host : database.read(store::hosts)) {
      putOff.add(host.host());
      lanes.wake(List.of(host.host()), Lanes.NOBODY, host.urgent());
    }
  }

  private void wake(long sender, Set<String> urgent, Set<String> others) {
    lanes.wake(urgent, sender, true);
    lanes.wake(others, sender, false);
  }

  /** A host may be tried at once. */
  void wake(String host) {
    lanes.wake(host);
  }

  /** Works until nothing is left that could be done now. */
  boolean settle() {
    lanes.wakeDue();
    return lanes.awaitQuiet();
  }

  @Override
  public void close() {
    lanes.close();
  }

  private Lanes.Next step(String host) {
    return switch (health.state(host)) {
      case HostHealth.State.Healthy healthy -> deliver(host, ROWS_AT_ONCE);
      case HostHealth.State.Probe probe -> deliver(host, 1);
      case HostHealth.State.Paused paused -> new Lanes.Next.At(paused.until());
      case HostHealth.State.GivenUp givenUp -> {
        int lost = database.write(tx -> store.removeHost(tx, host));
        if (lost > 0) log.warn("deliveries dropped host={} number={}", host, lost);
        yield new Lanes.Next.Idle();
      }
    };
  }

  private Lanes.Next deliver(String host, int limit) {
    List<DeliveryStore.Row> rows =
        limit == ROWS_AT_ONCE ? waiting.add(host) : take(List.of(host), limit).getFirst();
    if (rows.isEmpty()) return rest(host);
    Queue<Long> done = new ConcurrentLinkedQueue<>();
    AtomicReference<@Nullable Failed> failure = new AtomicReference<>();
    for (List<DeliveryStore.Row> some : inOrder(rows))
      if (failure.get() == null && !mustYield(some.getFirst(), host))
        deliver(byInbox(some), host, done, failure);
    Failed failed = failure.get();
    record(host, done, failed);
    return failed != null || rows.size() == limit || done.size() < rows.size()
        ? new Lanes.Next.Again(rows.getLast().urgent())
        : rest(host);
  }

  private List<List<DeliveryStore.Row>> take(List<String> hosts) {
    return take(hosts, ROWS_AT_ONCE);
  }

  private List<List<DeliveryStore.Row>> take(List<String> hosts, int limit) {
    Instant now = clock.instant();
    return database.read(db -> store.take(db, hosts, now, limit));
  }

  private List<Ended> remove(List<Ended> all) {
    database.run(tx -> {
      store.remove(tx, all.stream().flatMap(one -> one.rows().stream()).toList());
      health.reached(tx, all.stream().map(Ended::host).distinct().sorted().toList());
    });
    return all;
  }

  private Lanes.Next rest(String host) {
    if (!putOff.contains(host)) return new Lanes.Next.Idle();
    Optional<Instant> due = database.read(db -> store.nextDue(db, host));
    if (due.isPresent()) return new Lanes.Next.At(due.get());
    putOff.remove(host);
    return new Lanes.Next.Idle();
  }

  /** Parts to be delivered one after the other, with one activity of each sender at most. */
  private static List<List<DeliveryStore.Row>> inOrder(List<DeliveryStore.Row> rows) {
    List<List<DeliveryStore.Row>> parts = new ArrayList<>();
    Map<Long, Long> latest = new HashMap<>();
    for (DeliveryStore.Row row : rows) {
      Long before = latest.put(row.senderId(), row.activityId());
      if (parts.isEmpty() || (before != null && before != row.activityId())) {
        parts.add(new ArrayList<>());
        latest.clear();
        latest.put(row.senderId(), row.activityId());
      }
      parts.getLast().add(row);
    }
    return parts;
  }

  private static Collection<List<DeliveryStore.Row>> byInbox(List<DeliveryStore.Row> rows) {
    Map<Iri, List<DeliveryStore.Row>> inboxes = new LinkedHashMap<>();
    for (DeliveryStore.Row row : rows)
      inboxes.computeIfAbsent(row.inbox(), unused -> new ArrayList<>()).add(row);
    return inboxes.values();
  }

  private void deliver(
      Collection<List<DeliveryStore.Row>> inboxes,
      String host,
      Queue<Long> done,
      AtomicReference<@Nullable Failed> failure) {
    Queue<List<DeliveryStore.Row>> waiting = new ConcurrentLinkedQueue<>(inboxes);
    Runnable some =
        () -> {
          for (var inbox = waiting.poll(); inbox != null; inbox = waiting.poll())
            deliverOne(inbox, host, done, failure);
        };
    List<Thread> helpers = new ArrayList<>();
    for (int i = 1; i < Math.min(inboxes.size(), INBOXES_AT_ONCE); i++)
      helpers.add(Thread.ofVirtual().start(some));
    some.run();
    for (Thread helper : helpers) join(helper);
  }

  private static void join(Thread helper) {
    boolean interrupted = false;
    while (true) {
      try {
        helper.join();
        break;
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }

  /** The rows of one inbox, until something fails at this host or something urgent comes for it. */
  private void deliverOne(
      List<DeliveryStore.Row> rows,
      String host,
      Queue<Long> done,
      AtomicReference<@Nullable Failed> failure) {
    for (DeliveryStore.Row row : rows) {
      if (failure.get() != null || mustYield(row, host)) return;
      Delivered delivered = post(row);
      switch (delivered) {
        case Delivered.Ok ok -> done.add(row.id());
        case Delivered.Gone gone -> done.add(row.id());
        case Delivered.Refused refused -> {
          log.info(
              "delivery refused inbox={} status={} reason={}",
              row.inbox(),
              refused.status(),
              refused.reason());
          done.add(row.id());
        }
        case Delivered.Stumbled stumbled ->
            failure.compareAndSet(null, new Failed(row, true, stumbled.reason(), null));
        case Delivered.Later later ->
            failure.compareAndSet(null, new Failed(row, false, later.reason(), later.after()));
      }
      meters
          .counter("parley.deliveries", "outcome", delivered.getClass().getSimpleName())
          .increment();
    }
  }

  /** What is not urgent lets pass what is; among the urgent none waits for another. */
  private boolean mustYield(DeliveryStore.Row row, String host) {
    return !row.urgent() && lanes.isUrgent(host);
  }

  private Delivered post(DeliveryStore.Row row) {
    OutgoingBodies.Outgoing outgoing = bodies.get(row.activityId());
    if (outgoing == null) return new Delivered.Refused(0, "nothing to deliver");
    try {
      return fetcher.post(
          row.inbox(),
          outgoing.body(),
          CONTENT_TYPE,
          outgoing.key(),
          outgoing.headers(row.inbox()));
    } catch (RuntimeException bug) {
      log.error("delivery failed inbox={}", row.inbox(), bug);
      return new Delivered.Stumbled(0, "internal error");
    }
  }

  private void record(String host, Collection<Long> done, @Nullable Failed failed) {
    if (!done.isEmpty()) ended.add(new Ended(host, done));
    if (failed == null || !done.isEmpty()) health.works(host);
    if (failed == null) return;
    Instant next = health.fails(host, failed.reason(), failed.after());
    if (!failed.own()) return;
    putOff.add(host);
    database.run(tx -> putOff(tx, failed.row(), next));
  }

  /**
   * A delivery keeps its place while its host fails, so that order is kept. One over which the host
   * stumbles again and again lets the others pass, and is dropped at last.
   */
  private void putOff(Tx tx, DeliveryStore.Row row, Instant nextProbe) {
    int attempts = row.attempts() + 1;
    if (attempts >= MOST_ATTEMPTS) {
      log.warn("delivery given up inbox={} attempts={}", row.inbox(), attempts);
      store.remove(tx, List.of(row.id()));
      return;
    }
    Instant due = clock.instant();
    if (attempts >= PATIENCE) {
      // Longer than its host pauses, so that the next probe is another delivery.
      Duration pause = Duration.between(due, nextProbe).multipliedBy(2);
      Duration least = Duration.ofMinutes(1L << Math.min(attempts - PATIENCE, 10));
      due = due.plus(pause.compareTo(least) > 0 ? pause : least);
    }
    store.failed(tx, row.id(), due);
  }
}
