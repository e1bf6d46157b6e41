package social.parley.federation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/**
 * Which hosts cannot be delivered to, and when each is tried again: after longer and longer pauses
 * of uneven length, with a single delivery as a probe. A host that fails for days is given up until
 * it sends something itself. Healthy hosts are not remembered at all.
 */
final class HostHealth {
  private static final Logger log = LoggerFactory.getLogger(HostHealth.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(12);
  private static final Duration GIVEN_UP_AFTER = Duration.ofDays(7);
  private static final Duration HEARD_AGAIN_AFTER = Duration.ofMinutes(5);
  private static final Duration REACHED_AGAIN_AFTER = Duration.ofMinutes(15);
  private static final int LONGEST_REASON = 200;

  /** How a host is doing. */
  sealed interface State {
    record Healthy() implements State {}

    /** Nothing goes there before this time. */
    record Paused(Instant until) implements State {}

    /** One delivery may try whether it works again. */
    record Probe() implements State {}

    /** Nothing goes there until it is heard of; what waits is dropped. */
    record GivenUp() implements State {}
  }

  /** The row of a failing host. */
  record Failing(
      String host,
      int failures,
      Instant failingSince,
      Instant nextAttemptAt,
      boolean givenUp,
      boolean stopped,
      String reason) {}

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;
  private final Map<String, Failing> failing = new ConcurrentHashMap<>();
  private final Map<String, Instant> heard = new ConcurrentHashMap<>();
  private final Map<String, Instant> reached = new ConcurrentHashMap<>();

  HostHealth(Database database, Clock clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    readAgain();
  }

  /** Takes over what the staff has decided, perhaps with a command in another process. */
  void readAgain() {
    Map<String, Failing> before = known();
    takeOver(
        before,
        database.read(db -> db.query("SELECT * FROM failing_hosts").mapTo(Failing.class).list()));
  }

  Map<String, Failing> known() {
    return Map.copyOf(failing);
  }

  /** What another thread has found out since {@code before} is newer than what was read. */
  void takeOver(Map<String, Failing> before, List<Failing> stored) {
    Set<String> gone = new HashSet<>(before.keySet());
    for (Failing row : stored) {
      gone.remove(row.host());
      Failing last = before.get(row.host());
      if (last == null) failing.putIfAbsent(row.host(), row);
      else failing.replace(row.host(), last, row);
    }
    for (String host : gone) failing.remove(host, before.get(host));
  }

  State state(String host) {
    Failing row = failing.get(host);
    if (row == null) return new State.Healthy();
    if (row.givenUp() || row.stopped()) return new State.GivenUp();
    return row.nextAttemptAt().isAfter(clock.instant())
        ? new State.Paused(row.nextAttemptAt())
        : new State.Probe();
  }

  boolean isFailing(String host) {
    return failing.containsKey(host);
  }

  /** A delivery has arrived. */
  void works(String host) {
    if (!failing.containsKey(host)) return;
    database.run(tx ->
        tx.update("DELETE FROM failing_hosts WHERE host = :host AND NOT stopped")
            .bind("host", host)
            .execute());
    failing.remove(host);
    heard.remove(host);
    log.info("host works again host={}", host);
  }

  /** Written down only every few minutes: whoever reads it wants to know the day. */
  void reached(Tx tx, Collection<String> hosts) {
    Instant now = clock.instant();
    List<String> news = new ArrayList<>();
    for (String host : hosts) {
      Instant last = reached.get(host);
      if (last == null || !last.plus(REACHED_AGAIN_AFTER).isAfter(now)) news.add(host);
    }
    if (news.isEmpty()) return;
    PreparedBatch batch =
        tx.batch(
            """
            INSERT INTO reached_hosts (host, reached_at) VALUES (:host, :now)
            ON CONFLICT (host) DO UPDATE SET reached_at = excluded.reached_at\
            """);
    for (String host : news) batch.bind("host", host).bind("now", now).add();
    batch.execute();
    tx.atCommit(() -> news.forEach(host -> reached.put(host, now)));
  }

  /** A delivery has failed; gives when the host is tried again. */
  Instant fails(String host, String reason, @Nullable Duration after) {
    Instant now = clock.instant();
    Failing before = failing.get(host);
    int failures = before == null ? 1 : before.failures() + 1;
    Instant since = before == null ? now : before.failingSince();
    boolean givenUp = !since.plus(GIVEN_UP_AFTER).isAfter(now);
    String brief = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    Instant next = now.plus(pause(failures, after));
    boolean stopped = before != null && before.stopped();
    remember(new Failing(host, failures, since, next, givenUp, stopped, brief));
    if (givenUp) log.warn("host given up host={} since={} reason={}", host, since, brief);
    else log.info("host fails host={} times={} next={} reason={}", host, failures, next, brief);
    return next;
  }

  private Duration pause(int failures, @Nullable Duration asked) {
    Duration usual = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 12));
    if (usual.compareTo(LONGEST_PAUSE) > 0) usual = LONGEST_PAUSE;
    // Uneven, so that what failed together does not come back together.
    Duration uneven = Duration.ofMillis((long) (usual.toMillis() * random.nextDouble(0.75, 1.25)));
    if (asked == null || asked.compareTo(uneven) < 0) return uneven;
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }

  /**
   * This host has sent a signed request or answered one, so it lives: it may be tried at once,
   * though not more often than every few minutes. True when that changes anything.
   */
  boolean heard(String host) {
    Failing row = failing.get(host);
    if (row == null || row.stopped()) return false;
    Instant now = clock.instant();
    Instant last = heard.put(host, now);
    if (last != null && last.plus(HEARD_AGAIN_AFTER).isAfter(now)) {
      heard.put(host, last);
      return false;
    }
    Instant since = row.givenUp() ? now : row.failingSince();
    remember(new Failing(host, row.failures(), since, now, false, false, row.reason()));
    return true;
  }

  private void remember(Failing row) {
    // First written down, so that whoever reads all rows meanwhile finds nothing older in memory.
    database.run(tx ->
        tx.update(
                """
                INSERT INTO failing_hosts
                  (host, failures, failing_since, next_attempt_at, given_up, stopped, reason)
                VALUES
                  (:host, :failures, :failingSince, :nextAttemptAt, :givenUp, :stopped, :reason)
                ON CONFLICT (host) DO UPDATE SET failures = excluded.failures,
                  failing_since = excluded.failing_since,
                  next_attempt_at = excluded.next_attempt_at,
                  given_up = excluded.given_up, reason = excluded.reason\
                """,
                row)
            .execute());
    failing.put(row.host(), row);
  }
}
