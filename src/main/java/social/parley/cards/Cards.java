package social.parley.cards;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import social.parley.actors.RemoteActors;
import social.parley.config.Settings;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.fetch.Fetcher;
import social.parley.jobs.Jobs;
import social.parley.media.RemoteMedia;
import social.parley.posts.Post;
import social.parley.posts.PostEdited;
import social.parley.posts.PostPublished;
import social.parley.posts.PostTouched;
import social.parley.posts.Visibility;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * The front door to previews of links. A page is looked at once for all posts that link to it, a
 * little after the first of them came, so that not all servers ask at the same moment.
 */
public final class Cards {
  /** What cards are built on. */
  public record Needs(
      Database database,
      Ids ids,
      Clock clock,
      RandomGenerator random,
      Settings settings,
      Jobs jobs,
      Fetcher fetcher,
      RemoteActors remoteActors,
      RemoteMedia remoteMedia,
      Visibility visibility) {}

  /** Pages change; one that gave nothing may have been down. */
  static final Duration FRESH = Duration.ofDays(14);

  static final Duration FRESH_FAILURE = Duration.ofHours(1);

  /** Jitter before the page is asked for, in milliseconds: all who follow us see a post at once. */
  private static final int OWN_JITTER = 2_000;

  private static final int JITTER = 60_000;

  private static final int MOST_TOGETHER = 50;

  private final Needs needs;
  private final PostLinks links;
  private final CardStore store = new CardStore();
  private final LinkTimeline timeline;
  private final CardJobs looks;

  /** Posts from elsewhere whose links are to be read, in the order of their commits. */
  private final Queue<Changed> changed = new ConcurrentLinkedQueue<>();

  private record Changed(Post post, boolean edited, Instant at) {}

  private record Linked(Changed changed, @Nullable Iri link) {}

  public Cards(Needs needs) {
    this.needs = needs;
    this.links = new PostLinks(needs.settings().authority());
    this.timeline = new LinkTimeline(needs.visibility());
    this.looks = new CardJobs(needs, store);
    looks.handle();
  }

  /** Looks at all pages that nobody has looked at yet. */
  void lookAtNew() {
    looks.lookAtNew();
  }

  /** Gives a new post its card; it is to be subscribed. */
  public void published(Tx tx, PostPublished published) {
    if (PostLinks.mayBeIn(published.post())) changed(tx, published.post(), false);
  }

  /** Gives a post another card, or none, when its link is another now; it is to be subscribed. */
  public void edited(Tx tx, PostEdited edited) {
    changed(tx, edited.post(), true);
  }

  /**
   * Reading the HTML of the many posts from elsewhere is nothing that all writes should wait for.
   */
  private void changed(Tx tx, Post post, boolean edited) {
    Changed one = new Changed(post, edited, needs.clock().instant());
    if (post.local()) {
      read(one).ifPresent(linked -> show(tx, linked));
      return;
    }
    tx.atCommit(() -> changed.add(one));
    tx.afterCommit(this::readLinks);
  }

  /** Nothing where there neither is nor was a link. */
  private Optional<Linked> read(Changed one) {
    Iri link = links.of(one.post()).orElse(null);
    return link == null && !one.edited() ? Optional.empty() : Optional.of(new Linked(one, link));
  }

  /** What was committed together is read together. */
  private void readLinks() {
    while (!changed.isEmpty()) {
      List<Linked> some = new ArrayList<>();
      for (Changed one = changed.poll(); one != null; one = changed.poll()) {
        read(one).ifPresent(some::add);
        if (some.size() == MOST_TOGETHER) break;
      }
      if (!some.isEmpty()) needs.database().run(tx -> some.forEach(one -> show(tx, one)));
    }
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
    if (known.id() == fresh ? !post.local() : !isDue(known, now)) return;
    Instant due = now.plusMillis(needs.random().nextInt(post.local() ? OWN_JITTER : JITTER));
    needs.jobs().enqueue(tx, CardJobs.LOOK, new CardJobs.Look(known.id()), due);
  }

  /** Whether a page is to be looked at again; one that was never looked at is so anyway. */
  static boolean isDue(CardStore.Link link, Instant now) {
    Instant checked = link.checkedAt();
    if (checked == null) return false;
    Duration fresh = link.state() == CardStore.State.READY ? FRESH : FRESH_FAILURE;
    return checked.plus(fresh).isBefore(now);
  }

  /** The cards of posts that have one. */
  public Map<PostId, Card> of(Reading db, Collection<PostId> posts) {
    return posts.isEmpty() ? Map.of() : store.ofPosts(db, posts);
  }

  /** Cards by id. */
  public Map<Long, Card> byIds(Reading db, Collection<Long> ids) {
    return ids.isEmpty() ? Map.of() : store.byIds(db, ids);
  }

  /** The cards of all links that lead to this page, by its own or by their address. */
  public List<Card> leadingTo(Reading db, Iri url) {
    return store.leadingTo(db, url);
  }

  /** The public posts that show one of these cards, the newest first. */
  public Page<PostId> posts(@Nullable ActorId viewer, Collection<Long> cards, Cursor cursor) {
    if (cards.isEmpty()) return Page.empty();
    return needs
        .database()
        .read(db -> timeline.page(db, viewer, cards, needs.clock().instant(), cursor));
  }
}
