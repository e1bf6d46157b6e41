package social.parley.cards;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.posts.Post;
import social.parley.posts.PostTouched;
import social.parley.storage.Tx;

/**
 * Finds the links in posts and gives them the cards of these. Reading the HTML of the many posts
 * from elsewhere is nothing that all writes should wait for: they are noted, and read soon after on
 * a thread that only this has.
 */
final class LinkReader implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LinkReader.class);
  private static final int MOST_TOGETHER = 50;
  private static final Duration PATIENCE = Duration.ofHours(1);

  /** Jitter before the page is asked for, in milliseconds: all who follow us see a post at once. */
  private static final int OWN_JITTER = 2_000;

  private static final int JITTER = 60_000;

  private final Cards.Needs needs;
  private final CardStore store;
  private final PostLinks links;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private boolean asked;
  private boolean running;
  private volatile boolean stopped;

  /** A post that is new or was edited at this time. */
  private record Changed(Post post, boolean edited, Instant at) {}

  private record Linked(Changed changed, @Nullable Iri link) {}

  LinkReader(Cards.Needs needs, CardStore store) {
    this.needs = needs;
    this.store = store;
    this.links = new PostLinks(needs.settings().authority());
  }

  /** Own people wait for the cards of their posts. */
  void changed(Tx tx, Post post, boolean edited) {
    if (post.local()) {
      read(new Changed(post, edited, needs.clock().instant()))
          .ifPresent(linked -> show(tx, linked));
      return;
    }
    store.note(tx, new CardStore.Unread(needs.ids().next(), post.id(), edited));
    tx.afterCommit(this::wake);
  }

  /** Nothing where there neither is nor was a link. */
  private Optional<Linked> read(Changed one) {
    Iri link = links.of(one.post()).orElse(null);
    return link == null && !one.edited() ? Optional.empty() : Optional.of(new Linked(one, link));
  }

  /** There may be something to read. */
  void wake() {
    lock.lock();
    try {
      asked = true;
      if (running || stopped) return;
      running = true;
      Thread.ofVirtual().name("links").start(this::work);
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    while (isAsked())
      try {
        readAll();
      } catch (RuntimeException | Error failed) {
        // What is noted stays so until the next time.
        log.error("links cannot be read just now", failed);
      }
  }

  private boolean isAsked() {
    lock.lock();
    try {
      if (asked && !stopped) {
        asked = false;
        return true;
      }
      running = false;
      quiet.signalAll();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is being read. */
  void settle() {
    lock.lock();
    try {
      while (running) quiet.awaitUninterruptibly();
    } finally {
      lock.unlock();
    }
  }

  /** Lets what is being read end; the rest is read after the next start. */
  @Override
  public void close() {
    stopped = true;
    settle();
  }

  private void readAll() {
    long after = -1;
    while (!stopped) {
      long from = after;
      List<CardStore.Unread> some =
          needs.database().read(db -> store.unread(db, from, MOST_TOGETHER));
      if (some.isEmpty()) return;
      readTogether(some);
      after = some.getLast().id();
    }
  }

  /** One that cannot be read keeps nobody else's from being read, and is tried for a while. */
  private void readTogether(List<CardStore.Unread> some) {
    try {
      read(some);
    } catch (RuntimeException | Error oneOfThem) {
      for (CardStore.Unread one : some) readAlone(one);
    }
  }

  private void readAlone(CardStore.Unread one) {
    try {
      read(List.of(one));
    } catch (RuntimeException | Error failed) {
      log.warn("links not read post={}", one.postId(), failed);
      if (Ids.timeOf(one.id()).plus(PATIENCE).isBefore(needs.clock().instant()))
        needs.database().run(tx -> store.read(tx, List.of(one)));
    }
  }

  private void read(List<CardStore.Unread> unread) {
    List<PostId> ids = unread.stream().map(CardStore.Unread::postId).distinct().toList();
    Map<PostId, Post> posts = needs.database().read(db -> needs.posts().byIds(db, ids));
    List<Linked> linked = new ArrayList<>();
    for (CardStore.Unread one : unread) {
      Post post = posts.get(one.postId());
      if (post != null)
        read(new Changed(post, one.edited(), Ids.timeOf(one.id()))).ifPresent(linked::add);
    }
    needs
        .database()
        .run(tx -> {
          store.read(tx, unread);
          linked.forEach(one -> show(tx, one));
        });
  }

  /** New links that others post are many, and looked at together; their own people wait for. */
  private void show(Tx tx, Linked one) {
    Post post = one.changed().post();
    if (one.link() == null) {
      if (store.hide(tx, post.id())) tx.announce(new PostTouched(post.id()));
      return;
    }
    long fresh = needs.ids().next();
    CardStore.Link known = store.claim(tx, fresh, one.link());
    if (!store.show(tx, post.id(), known.id())) return;
    if (one.changed().edited() || known.state() == CardStore.State.READY)
      tx.announce(new PostTouched(post.id()));
    Instant now = one.changed().at();
    if (known.id() == fresh ? !post.local() : !Cards.isDue(known, now)) return;
    Instant due = now.plusMillis(needs.random().nextInt(post.local() ? OWN_JITTER : JITTER));
    needs.jobs().enqueue(tx, CardJobs.LOOK, new CardJobs.Look(known.id()), due);
  }
}
