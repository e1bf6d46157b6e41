package social.parley.search;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Ids;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.jobs.Jobs;
import social.parley.media.Media;
import social.parley.posts.Post;
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
      Media media,
      Posts posts,
      Path folder) {}

  private static final Logger log = LoggerFactory.getLogger(Search.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration COMMIT = Duration.ofSeconds(10);

  /** A server that starts has more pressing things to do, if only it has an index. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final int MOST_FOLLOWED = 5000;

  /** How much further each look goes that follows one which did not find enough. */
  private static final int FURTHER = 8;

  /** More of what matches is not looked through for what may be seen. */
  private static final int MOST_LOOKED_AT = 2000;

  private final Needs needs;
  private final SearchLog lines;
  private final CatchUp catchUp;
  private final SearchSources sources = new SearchSources();
  private final FoundPosts found;
  private final PostFinder postFinder = new PostFinder();
  private final PeopleFinder peopleFinder = new PeopleFinder();
  private final Semaphore wakeUp = new Semaphore(0);

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
            needs.database(), needs.clock(), lines, needs.posts(), needs.media(), needs.actors());
    this.found = new FoundPosts(needs.clock(), needs.posts());
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
          Thread.sleep(PAUSE);
          wakeUp.drainPermits();
        }
      } catch (InterruptedException stopping) {
        return;
      } catch (Refused used) {
        log.warn("the search index cannot follow reason={}", used.reason());
        if (pausedTooLittle()) return;
      } catch (RuntimeException failed) {
        log.error("the search index cannot follow", failed);
        if (pausedTooLittle()) return;
      }
    }
  }

  private static boolean pausedTooLittle() {
    try {
      Thread.sleep(COMMIT);
      return false;
    } catch (InterruptedException stopping) {
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
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return current;
  }

  /** Has the index made anew by every process that follows this database. */
  public void rebuild() {
    needs.database().run(tx -> lines.add(tx, Kind.ALL, 0));
    wakeUp.release();
  }

  /** Posts that match what somebody typed, the newest first. */
  public List<Post> posts(ActorId viewer, String typed, PostBounds bounds) {
    PostQuery query = QueryReader.read(typed, name -> person(viewer, name));
    if (query.texts().isEmpty()
        && query.conditions().isEmpty()
        && query.from() == null
        && query.until() == null) return List.of();
    PostQuery whole = bounds.author() == null ? query : query.by(bounds.author());
    SearchIndex current = current();
    List<Post> all = new ArrayList<>();
    long below = bounds.below();
    int needed = bounds.offset() + bounds.limit();
    int most = Math.max(40, needed);
    for (int looked = 0; looked < MOST_LOOKED_AT && all.size() < needed; ) {
      List<PostId> next = postFinder.find(current, viewer, whole, bounds.above(), below, most);
      all.addAll(
          needs
              .database()
              .read(db -> found.wanted(db, viewer, found.embedding(db, next, whole.embeds()))));
      looked += next.size();
      if (next.size() < most) break;
      most = Math.min(most * FURTHER, MOST_LOOKED_AT - looked);
      below = next.getLast().value();
    }
    return all.subList(Math.min(bounds.offset(), all.size()), Math.min(needed, all.size()));
  }

  private Optional<ActorId> person(ActorId viewer, String name) {
    if (name.equalsIgnoreCase("me")) return Optional.of(viewer);
    String bare = name.startsWith("@") ? name.substring(1) : name;
    Optional<Actor> actor =
        Handle.parse(bare)
            .flatMap(handle -> needs.actors().byHandle(handle))
            .or(() -> needs.actors().local(bare));
    return actor.map(Actor::id);
  }

  /** People whose names begin like this, as far as this reader may find them. */
  public List<ActorId> people(
      @Nullable ActorId viewer, String typed, boolean onlyFollowed, int most) {
    List<Long> followed =
        viewer == null
            ? List.of()
            : needs.database().read(db -> sources.followed(db, viewer, MOST_FOLLOWED));
    return peopleFinder.find(current(), typed, followed, onlyFollowed, most);
  }

  /** Tags that open posts have and that begin like this, in the form that they are compared by. */
  public List<String> tags(String beginning, int most) {
    return current()
        .search(searcher -> {
          List<String> tags = new ArrayList<>();
          var query = new PrefixQuery(new Term(Field.HASHTAG, beginning));
          var stored = searcher.storedFields();
          for (var hit : searcher.search(query, most).scoreDocs)
            tags.add(stored.document(hit.doc).get(Field.KEY).substring(1));
          return tags;
        });
  }

  @Override
  public void close() {
    stopped = true;
    Thread running = worker;
    if (running != null) {
      wakeUp.release();
      running.interrupt();
      try {
        running.join();
      } catch (InterruptedException stopping) {
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
