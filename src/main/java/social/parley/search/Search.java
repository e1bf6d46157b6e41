package social.parley.search;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.actors.Actors;
import social.parley.core.Ids;
import social.parley.core.Refused;
import social.parley.follows.Circles;
import social.parley.jobs.Jobs;
import social.parley.media.Media;
import social.parley.posts.Posts;
import social.parley.search.SearchLog.Kind;
import social.parley.storage.Database;

/**
 * The front door to search. Posts are found by who wrote, received or kept them, and open ones of
 * those who want to be found by everybody; nobody is shown what they may not see or do not want.
 */
public final class Search implements AutoCloseable {
  /** What search is built on; the folder holds the index and nothing else. */
  public record Needs(
      Database database,
      Ids ids,
      Clock clock,
      Jobs jobs,
      Actors actors,
      Circles circles,
      Media media,
      Posts posts,
      Path folder) {}

  private static final Logger log = LoggerFactory.getLogger(Search.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration COMMIT = Duration.ofSeconds(10);

  /** A server that starts has more pressing things to do, if only it has an index. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final Needs needs;
  private final SearchLog lines;
  private final CatchUp catchUp;
  private final FoundPosts found;
  private final PostFinder postFinder = new PostFinder();
  private final PeopleFinder peopleFinder = new PeopleFinder();
  private final Semaphore wakeUp = new Semaphore(0);
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** Held by whoever brings the index forward. */
  private final ReentrantLock following = new ReentrantLock();

  private volatile @Nullable SearchIndex index;
  private volatile @Nullable Thread worker;
  private volatile boolean stopped;

  public Search(Needs needs) {
    this.needs = needs;
    this.lines = new SearchLog(needs.ids());
    this.catchUp =
        new CatchUp(
            needs.database(),
            needs.clock(),
            lines,
            needs.posts(),
            needs.media(),
            needs.actors(),
            () -> stopped);
    this.found = new FoundPosts(needs);
    needs.jobs().every(Duration.ofHours(1), "search.forget", this::forget);
  }

  /** What writes down all that happens; it is to be subscribed. */
  public SearchFeed feed() {
    return new SearchFeed(lines, needs.actors(), wakeUp::release);
  }

  private void forget() {
    needs.database().run(tx -> lines.forget(tx, needs.clock().instant().minus(CatchUp.KEPT)));
  }

  /** Follows what happens on a thread of its own. */
  public synchronized void start() {
    worker = Thread.ofPlatform().name("search").daemon().start(this::work);
  }

  private void work() {
    long committed = System.nanoTime();
    boolean dirty = false;
    boolean begun = false;
    while (!stopped) {
      try {
        if (!begun && SearchIndex.isIn(needs.folder()))
          wakeUp.tryAcquire(FIRST_PAUSE.toSeconds(), TimeUnit.SECONDS);
        begun = true;
        boolean worked = step();
        dirty |= worked;
        boolean due = System.nanoTime() - committed > COMMIT.toNanos();
        if (dirty && due) {
          commit();
          committed = System.nanoTime();
          dirty = false;
        }
        if (!worked) {
          // Whatever comes within a second is taken together.
          wakeUp.tryAcquire(COMMIT.toSeconds(), TimeUnit.SECONDS);
          if (isStoppedWithin(PAUSE)) return;
          wakeUp.drainPermits();
        }
      } catch (InterruptedException unused) {
        return;
      } catch (Refused used) {
        log.warn("the search index cannot follow reason={}", used.reason());
        if (isStoppedWithin(COMMIT)) return;
      } catch (RuntimeException failed) {
        log.error("the search index cannot follow", failed);
        if (isStoppedWithin(COMMIT)) return;
      }
    }
  }

  private boolean isStoppedWithin(Duration pause) {
    try {
      return stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException unused) {
      return true;
    }
  }

  private synchronized SearchIndex index() {
    if (stopped) throw new Refused.Unavailable("The server is stopping");
    if (index == null) index = SearchIndex.open(needs.folder());
    return index;
  }

  private boolean step() {
    following.lock();
    try {
      return !stopped && catchUp.step(index());
    } finally {
      following.unlock();
    }
  }

  private void commit() {
    following.lock();
    try {
      if (!stopped) index().commit();
    } finally {
      following.unlock();
    }
  }

  /** The index, with all in it that was committed before unless it is far behind. */
  private SearchIndex current() {
    SearchIndex current = index();
    try {
      if (worker == null) while (step()) continue;
      else if (catchUp.isFarBehind(current)) wakeUp.release();
      else if (following.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
        try {
          catchUp.follow(current);
        } finally {
          following.unlock();
        }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return current;
  }

  /** Has the index made anew by every process that follows this database. */
  public void rebuild() {
    needs.database().run(tx -> lines.add(tx, Kind.ALL, 0));
    wakeUp.release();
  }

  /** A look into the index as it is when it is first asked for something. */
  public Look look() {
    return new Look(needs, found, postFinder, peopleFinder, this::current);
  }

  /** An index that is being written must not be interrupted, or its files close under it. */
  @Override
  public void close() {
    stopped = true;
    stopping.countDown();
    Thread running = worker;
    if (running != null) {
      wakeUp.release();
      try {
        running.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    following.lock();
    try {
      SearchIndex open = index;
      if (open != null) open.close();
      index = null;
    } finally {
      following.unlock();
    }
  }
}
