package social.parley.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.core.Ids;
import social.parley.core.Refused;
import social.parley.core.Scope;
import social.parley.storage.Database;
import social.parley.storage.Tx;
import tools.jackson.databind.json.JsonMapper;

/**
 * The front door to work that is done later: enqueued in the transaction that calls for it, done at
 * least once, tried again with growing pauses, and parked for a person after the last try.
 *
 * <pre>{@code
 * jobs.handle("thumbnail", MakeThumbnail.class, job -> thumbnails.make(job.media()));
 * database.run(tx -> jobs.enqueue(tx, "thumbnail", new MakeThumbnail(media.id())));
 * }</pre>
 */
public final class Jobs {
  static final Duration LEASE = Duration.ofMinutes(2);
  static final int MOST_ATTEMPTS = 12;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final Logger log = LoggerFactory.getLogger(Jobs.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final RandomGenerator random;
  private final Map<String, Kind<?>> kinds = new ConcurrentHashMap<>();
  private volatile Map<Lane, JobWorker> workers = Map.of();
  private volatile boolean stopping;

  public Jobs(Database database, Ids ids, Clock clock, RandomGenerator random) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  /** What has threads of its own, so that it holds up nothing else. */
  enum Lane {
    USUAL(8),
    /** For what other servers can make last. */
    SLOW(8);

    private final int mostAtOnce;

    Lane(int mostAtOnce) {
      this.mostAtOnce = mostAtOnce;
    }

    int mostAtOnce() {
      return mostAtOnce;
    }
  }

  /** How one kind is done; {@code every} is set for work that comes back. */
  private record Kind<J>(
      Lane lane, Class<J> payload, JobHandler<J> handler, @Nullable Duration every) {
    void run(String json) throws Exception {
      handler.run(JSON.readValue(json, payload));
    }
  }

  /** Says how a kind of job is done; its payload, a record, is kept as JSON. */
  public <J> void handle(String kind, Class<J> payload, JobHandler<J> handler) {
    add(kind, new Kind<>(Lane.USUAL, payload, handler, null));
  }

  /** The same for work that reads much from other servers: only a few at once. */
  public <J> void handleSlow(String kind, Class<J> payload, JobHandler<J> handler) {
    add(kind, new Kind<>(Lane.SLOW, payload, handler, null));
  }

  /** Work that comes back after each pause, also across restarts; it runs once at a time. */
  public void every(Duration pause, String kind, Runnable work) {
    add(kind, new Kind<>(Lane.USUAL, Object.class, unused -> work.run(), pause));
  }

  /** The same for work that reads much from other servers. */
  public void everySlow(Duration pause, String kind, Runnable work) {
    add(kind, new Kind<>(Lane.SLOW, Object.class, unused -> work.run(), pause));
  }

  private void add(String kind, Kind<?> how) {
    if (kinds.putIfAbsent(kind, how) != null)
      throw new IllegalStateException("two handlers for jobs of kind " + kind);
  }

  /** To be done as soon as the transaction has committed. */
  public void enqueue(Tx tx, String kind, Object payload) {
    enqueue(tx, kind, payload, clock.instant());
  }

  /** To be done at a certain time, if the transaction commits. */
  public void enqueue(Tx tx, String kind, Object payload, Instant due) {
    JobStore.add(tx, ids.next(), kind, JSON.writeValueAsString(payload), due);
    Kind<?> how = kinds.get(kind);
    if (how != null) tx.afterCommit(() -> wake(how.lane()));
  }

  /** Begins to do what is due, on threads of its own. */
  public synchronized void start() {
    if (!workers.isEmpty()) throw new IllegalStateException("already started");
    stopping = false;
    database.run(tx ->
        kinds.forEach((kind, how) -> {
          if (how.every() != null) JobStore.addRecurring(tx, ids.next(), kind, clock.instant());
        }));
    workers =
        Arrays.stream(Lane.values())
            .collect(Collectors.toMap(lane -> lane, lane -> new JobWorker(this, lane, clock)));
  }

  /** Lets the jobs that run finish, and begins no more. */
  public synchronized void stop() {
    stopping = true;
    Collection<JobWorker> running = workers.values();
    workers = Map.of();
    running.forEach(JobWorker::beginNoMore);
    running.forEach(JobWorker::finish);
  }

  /** Whether a job that consists of many parts should leave the rest for the next time. */
  public boolean isStopping() {
    return stopping;
  }

  /** Does on this thread all that is due, and what falls due meanwhile; true if there was any. */
  public boolean runDue() {
    boolean any = false;
    for (var due = take(20); !due.isEmpty(); due = take(20)) {
      any = true;
      for (JobStore.Job job : due) if (run(job)) done(List.of(job.id()));
    }
    return any;
  }

  /** When there is something to do next. */
  public Optional<Instant> nextDue() {
    return database.read(db -> JobStore.nextDue(db, kinds.keySet()));
  }

  Optional<Instant> nextDue(Lane lane) {
    return database.read(db -> JobStore.nextDue(db, kinds(lane)));
  }

  private Set<String> kinds(Lane lane) {
    return kinds.entrySet().stream()
        .filter(kind -> kind.getValue().lane() == lane)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The jobs that were given up, latest first. */
  public List<ParkedJob> parked(int most) {
    return database.read(db -> JobStore.parked(db, most));
  }

  /** Lets a parked job try again; false if there is none. */
  public boolean unpark(long id) {
    return database.write(tx -> {
      tx.afterCommit(() -> workers.values().forEach(JobWorker::wake));
      return JobStore.unpark(tx, id, clock.instant());
    });
  }

  /** Forgets a parked job; false if there is none. */
  public boolean discard(long id) {
    return database.write(tx -> JobStore.discard(tx, id));
  }

  List<JobStore.Job> take(int most) {
    return next(kinds.keySet(), List.of(), most);
  }

  /** Notes what is done and takes what is due in a lane, in one transaction. */
  List<JobStore.Job> next(Lane lane, List<Long> done, int most) {
    return next(kinds(lane), done, most);
  }

  private List<JobStore.Job> next(Set<String> of, List<Long> done, int most) {
    if (of.isEmpty() || most == 0 && done.isEmpty()) return List.of();
    Instant now = clock.instant();
    return database.write(tx -> {
      JobStore.done(tx, done);
      return most == 0 ? List.of() : JobStore.take(tx, of, now, now.plus(LEASE), most);
    });
  }

  void done(List<Long> ids) {
    if (!ids.isEmpty()) database.run(tx -> JobStore.done(tx, ids));
  }

  void extend(List<Long> running) {
    Instant lost = clock.instant().plus(LEASE);
    database.run(tx -> JobStore.extend(tx, running, lost));
  }

  /** Does a job; false when it is noted to be done another time. */
  boolean run(JobStore.Job job) {
    Kind<?> kind = kinds.get(job.kind());
    if (kind == null) return false;
    try {
      ScopedValue.where(Scope.REQUEST, "job-" + job.id())
          .<@Nullable Void, Exception>call(() -> {
            kind.run(job.payload());
            return null;
          });
    } catch (Throwable failed) {
      if (failed instanceof InterruptedException) Thread.currentThread().interrupt();
      later(job, kind, failed);
      return false;
    }
    Duration every = kind.every();
    if (every == null) return true;
    database.run(tx -> JobStore.again(tx, job.id(), clock.instant().plus(every)));
    return false;
  }

  private void later(JobStore.Job job, Kind<?> kind, Throwable failed) {
    String reason = failed.getClass().getSimpleName() + ": " + failed.getMessage();
    Instant now = clock.instant();
    if (job.attempts() >= MOST_ATTEMPTS && kind.every() == null) {
      log.error(
          "job parked kind={} id={} attempts={}", job.kind(), job.id(), job.attempts(), failed);
      database.run(tx -> JobStore.park(tx, job.id(), now, reason));
      return;
    }
    Duration pause = pause(job.attempts());
    if (failed instanceof Refused)
      log.info("job postponed kind={} id={} reason={}", job.kind(), job.id(), reason);
    else
      log.warn("job failed kind={} id={} attempt={}", job.kind(), job.id(), job.attempts(), failed);
    database.run(tx -> JobStore.retry(tx, job.id(), now.plus(pause), reason));
  }

  /** Doubles from try to try, less up to a quarter, so that not all come back at once. */
  private Duration pause(int attempts) {
    long doubled = FIRST_PAUSE.toMillis() << Math.clamp(attempts - 1, 0, 20);
    long most = Math.min(doubled, LONGEST_PAUSE.toMillis());
    return Duration.ofMillis(most - random.nextLong(most / 4));
  }

  private void wake(Lane lane) {
    JobWorker running = workers.get(lane);
    if (running != null) running.wake();
  }
}
