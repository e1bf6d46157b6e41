package social.parley.federation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.Unreadable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.storage.Bundled;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/**
 * Handles what came in: for each host in the order of arrival, for many hosts side by side. A row
 * leaves the queue in the same transaction that has its effect, so that nothing is lost or done
 * twice, whenever the process ends.
 */
final class InboxWorker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);
  private static final int HOSTS_AT_ONCE = 64;
  private static final int HOSTS_TOGETHER = 16;
  private static final int ROWS_AT_ONCE = 50;
  private static final int BYTES_AT_ONCE = 256 << 10;
  private static final int MOST_ATTEMPTS = 12;
  private static final Duration FIRST_DELAY = Duration.ofMinutes(1);
  private static final Duration LONGEST_DELAY = Duration.ofHours(6);
  private static final Duration LONGEST_PREPARATION = Duration.ofMillis(500);

  /** What becomes of a row, ready to be written down. */
  private sealed interface Outcome {
    InboxStore.Row row();

    record Apply(InboxStore.Row row, @Nullable Iri activity, Effect effect) implements Outcome {}

    record Forget(InboxStore.Row row, String reason) implements Outcome {}

    record Refuse(InboxStore.Row row, String reason) implements Outcome {}

    record Postpone(InboxStore.Row row, String reason) implements Outcome {}
  }

  private final Database database;
  private final Clock clock;
  private final InboxStore store;
  private final Actors actors;
  private final InboxGate gate;
  private final InboxHandler handler;
  private final MeterRegistry meters;
  private final Lanes lanes;
  private final Pace pace = new Pace(ROWS_AT_ONCE);
  private final Bundled<String, InboxStore.Taken> waiting;
  private final Bundled<Set<Iri>, Set<Iri>> seen;
  // Hosts for which something may wait that is not due yet; for all others nobody need look.
  private final Set<String> putOff = ConcurrentHashMap.newKeySet();

  InboxWorker(
      Database database,
      Clock clock,
      InboxStore store,
      InboxQueue queue,
      Actors actors,
      InboxGate gate,
      InboxHandler handler,
      MeterRegistry meters) {
    this.database = database;
    this.clock = clock;
    this.store = store;
    this.actors = actors;
    this.gate = gate;
    this.handler = handler;
    this.meters = meters;
    this.waiting = new Bundled<>(HOSTS_TOGETHER, this::take);
    this.seen = new Bundled<>(HOSTS_TOGETHER, this::seen);
    this.lanes = new Lanes("inbox", HOSTS_AT_ONCE, clock, this::step);
    queue.listen(lanes::wake);
  }

  /** Takes up what waits from the last run, and begins to look after what was put off. */
  void start() {
    lanes.start();
    Set<String> hosts = database.read(store::hosts);
    putOff.addAll(hosts);
    lanes.wake(hosts, Lanes.NOBODY, false);
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
    InboxStore.Taken taken = waiting.add(host);
    if (!taken.rows().isEmpty()) new Batch(taken.rows()).work();
    return taken.more() ? new Lanes.Next.Again(false) : rest(host);
  }

  private List<InboxStore.Taken> take(List<String> hosts) {
    Instant now = clock.instant();
    return database.read(db -> store.take(db, hosts, now, ROWS_AT_ONCE, BYTES_AT_ONCE));
  }

  /** Whoever asks together is told of all that was seen. */
  private List<Set<Iri>> seen(List<Set<Iri>> asked) {
    Set<Iri> all = new HashSet<>();
    asked.forEach(all::addAll);
    Set<Iri> known = database.read(db -> store.seen(db, all));
    return asked.stream().map(_ -> known).toList();
  }

  private Lanes.Next rest(String host) {
    if (!putOff.contains(host)) return new Lanes.Next.Idle();
    Optional<Instant> due = database.read(db -> store.nextDue(db, host));
    if (due.isPresent()) return new Lanes.Next.At(due.get());
    putOff.remove(host);
    return new Lanes.Next.Idle();
  }

  /** Some rows of one host, in order. */
  private final class Batch {
    private final List<InboxStore.Row> rows;
    private final List<Outcome> ready = new ArrayList<>();
    private final Set<Iri> made = new HashSet<>();
    private final Set<Iri> used = new HashSet<>();
    private Instant begun = clock.instant();

    Batch(List<InboxStore.Row> rows) {
      this.rows = rows;
    }

    void work() {
      List<@Nullable Activity> activities = new ArrayList<>();
      List<Outcome> unreadable = new ArrayList<>();
      Set<Iri> ids = new HashSet<>();
      for (InboxStore.Row row : rows) {
        try {
          Activity activity = ActivityReader.readActivity(row.body());
          if (activity.id() != null) ids.add(activity.id());
          activities.add(activity);
        } catch (Unreadable broken) {
          unreadable.add(new Outcome.Refuse(row, broken.reason()));
          activities.add(null);
        } catch (RuntimeException | Error bug) {
          unreadable.add(failure(row, bug));
          activities.add(null);
        }
      }
      ready.addAll(unreadable);
      Set<Iri> known = ids.isEmpty() ? Set.of() : seen.add(ids);
      for (int i = 0; i < rows.size(); i++) {
        Activity activity = activities.get(i);
        if (activity != null) add(rows.get(i), activity, known);
      }
      write();
    }

    private void add(InboxStore.Row row, Activity activity, Set<Iri> known) {
      Footprint footprint = Footprint.of(activity);
      boolean alone = !footprint.mayJoin();
      if (alone || footprint.touches(made, used) || isLate()) write();
      ready.add(
          activity.id() != null && known.contains(activity.id())
              ? new Outcome.Forget(row, "seen before")
              : outcome(row, activity));
      made.addAll(footprint.makes());
      used.addAll(footprint.uses());
      if (alone) write();
    }

    private boolean isLate() {
      return begun.plus(LONGEST_PREPARATION).isBefore(clock.instant());
    }

    private void write() {
      for (int from = 0, to; from < ready.size(); from = to) {
        to = Math.min(ready.size(), from + pace.together());
        writeTogether(ready.subList(from, to));
      }
      ready.clear();
      made.clear();
      used.clear();
      begun = clock.instant();
    }
  }

  private Outcome outcome(InboxStore.Row row, Activity activity) {
    try {
      Actor signer = actors.identity(row.signerId()).orElse(null);
      if (signer == null) return new Outcome.Forget(row, "the signer is gone");
      return switch (gate.pass(row, signer, activity)) {
        case InboxGate.Passage.Open open ->
            new Outcome.Apply(
                row, open.received().activity().id(), handler.prepare(open.received()));
        case InboxGate.Passage.Closed closed -> closed(row, closed.verdict());
      };
    } catch (RuntimeException | Error failed) {
      return failure(row, failed);
    }
  }

  private static Outcome closed(InboxStore.Row row, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accept accept -> new Outcome.Forget(row, "");
      case Verdict.Drop drop -> new Outcome.Forget(row, drop.reason());
      case Verdict.Refuse refuse -> new Outcome.Refuse(row, refuse.reason());
      case Verdict.Later later -> new Outcome.Postpone(row, later.reason());
    };
  }

  private Outcome failure(InboxStore.Row row, Throwable failed) {
    return switch (failed) {
      case TryLater later -> new Outcome.Postpone(row, later.reason());
      case Refused.Unavailable later -> new Outcome.Postpone(row, later.reason());
      case Refused refused -> new Outcome.Refuse(row, refused.reason());
      default -> {
        log.error("activity failed row={} host={}", row.id(), row.host(), failed);
        yield new Outcome.Postpone(row, "internal error");
      }
    };
  }

  /** Writes several outcomes in one transaction; if one of them fails, each in its own. */
  private void writeTogether(List<Outcome> outcomes) {
    if (outcomes.size() > 1) {
      try {
        database.run(tx -> write(tx, outcomes));
        outcomes.forEach(this::count);
        return;
      } catch (RuntimeException | Error oneOfThem) {
        log.debug("writing activities one by one host={}", outcomes.getFirst().row().host());
      }
    }
    outcomes.forEach(this::writeAlone);
  }

  private void writeAlone(Outcome outcome) {
    try {
      database.run(tx -> write(tx, List.of(outcome)));
      count(outcome);
    } catch (RuntimeException | Error failed) {
      Outcome instead = failure(outcome.row(), failed);
      database.run(tx -> write(tx, List.of(instead)));
      count(instead);
    }
  }

  private void write(Tx tx, List<Outcome> outcomes) {
    Instant now = clock.instant();
    List<Outcome> ended = new ArrayList<>();
    for (Outcome outcome : outcomes) if (!postpone(tx, outcome, now)) ended.add(outcome);
    // Another process may have been faster; then its effect is the one that counts.
    Set<Long> ours = store.remove(tx, ended.stream().map(outcome -> outcome.row().id()).toList());
    ended.removeIf(outcome -> !ours.contains(outcome.row().id()));
    Set<Iri> news = store.markSeen(tx, activities(ended), now);
    for (Outcome outcome : ended)
      switch (outcome) {
        case Outcome.Apply(var same, Iri activity, Effect effect) -> {
          if (activity == null || news.remove(activity)) effect.apply(tx);
        }
        case Outcome.Forget forget -> {}
        case Outcome.Refuse(var row, String reason) -> store.refuse(tx, row, reason, now);
        case Outcome.Postpone(var row, String reason) ->
            store.refuse(tx, row, "given up: " + reason, now);
      }
    pace.took(outcomes.size(), Duration.between(now, clock.instant()));
  }

  /** False when it is not to be put off, or not any more. */
  private boolean postpone(Tx tx, Outcome outcome, Instant now) {
    InboxStore.Row row = outcome.row();
    if (!(outcome instanceof Outcome.Postpone) || row.attempts() + 1 >= MOST_ATTEMPTS) return false;
    putOff.add(row.host());
    store.postpone(tx, row, now.plus(delay(row.attempts())));
    return true;
  }

  private static List<Iri> activities(List<Outcome> outcomes) {
    List<Iri> activities = new ArrayList<>();
    for (Outcome outcome : outcomes)
      if (outcome instanceof Outcome.Apply apply && apply.activity() != null)
        activities.add(apply.activity());
    return activities;
  }

  private static Duration delay(int attempts) {
    Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts, 10));
    return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
  }

  private void count(Outcome outcome) {
    String host = outcome.row().host();
    long id = outcome.row().id();
    String name =
        switch (outcome) {
          case Outcome.Apply apply -> "applied";
          case Outcome.Forget forget -> {
            log.debug("activity dropped row={} host={} reason={}", id, host, forget.reason());
            yield "dropped";
          }
          case Outcome.Refuse refuse -> {
            log.info("activity refused row={} host={} reason={}", id, host, refuse.reason());
            yield "refused";
          }
          case Outcome.Postpone later -> {
            log.info("activity put off row={} host={} reason={}", id, host, later.reason());
            yield "postponed";
          }
        };
    meters.counter("parley.inbox.activities", "outcome", name).increment();
  }
}
