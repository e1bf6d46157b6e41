package social.parley.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that takes what is due in a lane and does it on a bounded number of others. */
final class JobWorker {
  private static final Logger log = LoggerFactory.getLogger(JobWorker.class);

  /** Another process may enqueue too, and cannot wake this one. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final Jobs jobs;
  private final Jobs.Lane lane;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<Long> running = new HashSet<>();
  private final List<Long> done = new ArrayList<>();
  private final Thread loop;
  private boolean awake;
  private boolean stopping;

  JobWorker(Jobs jobs, Jobs.Lane lane, Clock clock) {
    this.jobs = jobs;
    this.lane = lane;
    this.clock = clock;
    loop = Thread.ofVirtual().name("jobs").start(this::loop);
  }

  void wake() {
    lock.lock();
    try {
      awake = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void beginNoMore() {
    lock.lock();
    try {
      stopping = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for what runs, after no more is begun. */
  void finish() {
    try {
      loop.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    lock.lock();
    try {
      while (!running.isEmpty()) changed.awaitUninterruptibly();
    } finally {
      lock.unlock();
    }
    jobs.done(takeDone());
  }

  private void loop() {
    var extended = clock.instant();
    while (true) {
      Duration wait = LONGEST_WAIT;
      try {
        List<Long> busy = busy();
        if (!busy.isEmpty() && extended.plus(Jobs.LEASE.dividedBy(3)).isBefore(clock.instant())) {
          jobs.extend(busy);
          extended = clock.instant();
        }
        // What ends wakes this loop, so that only with room left another time is to be waited for.
        if (takeNext(lane.mostAtOnce() - busy.size()))
          wait = jobs.nextDue(lane).map(due -> Duration.between(clock.instant(), due)).orElse(wait);
      } catch (RuntimeException failed) {
        log.error("jobs cannot be taken just now", failed);
      }
      if (!await(wait)) return;
    }
  }

  /** True when there was less to do than there was room for. */
  private boolean takeNext(int room) {
    List<Long> ended = takeDone();
    try {
      List<JobStore.Job> next = jobs.next(lane, ended, room);
      next.forEach(this::begin);
      return next.size() < room;
    } catch (RuntimeException failed) {
      lock.lock();
      try {
        done.addAll(ended);
      } finally {
        lock.unlock();
      }
      throw failed;
    }
  }

  private List<Long> takeDone() {
    lock.lock();
    try {
      List<Long> taken = List.copyOf(done);
      done.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private List<Long> busy() {
    lock.lock();
    try {
      return new ArrayList<>(running);
    } finally {
      lock.unlock();
    }
  }

  private void begin(JobStore.Job job) {
    lock.lock();
    try {
      running.add(job.id());
    } finally {
      lock.unlock();
    }
    Thread.ofVirtual().name("job-" + job.id()).start(() -> run(job));
  }

  private void run(JobStore.Job job) {
    boolean ended = false;
    try {
      ended = jobs.run(job);
    } catch (RuntimeException | Error failed) {
      log.error("job outcome not noted kind={} id={}", job.kind(), job.id(), failed);
    } finally {
      lock.lock();
      try {
        running.remove(job.id());
        if (ended) done.add(job.id());
        awake = true;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Waits until woken or so long; false when asked to stop. */
  private boolean await(Duration wait) {
    // Compared first: a job due in some hundred years is too far away to be counted in nanoseconds.
    Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    long nanos = Math.max(bounded.toNanos(), SHORTEST_WAIT.toNanos());
    lock.lock();
    try {
      while (!awake && !stopping && nanos > 0) nanos = changed.awaitNanos(nanos);
      awake = false;
      return !stopping;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
