package social.parley.cards;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
import social.parley.posts.PostEdited;
import social.parley.posts.PostPublished;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * The front door to previews of links. A page is looked at once for all posts that link to it, a
 * little after the first of them came, so that not all servers ask at the same moment.
 */
public final class Cards implements AutoCloseable {
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
      Posts posts) {}

  /** Pages change; one that gave nothing may have been down. */
  static final Duration FRESH = Duration.ofDays(14);

  static final Duration FRESH_FAILURE = Duration.ofHours(1);

  private final Needs needs;
  private final CardStore store = new CardStore();
  private final LinkTimeline timeline;
  private final LinkReader links;
  private final CardJobs looks;

  public Cards(Needs needs) {
    this.needs = needs;
    this.links = new LinkReader(needs, store);
    this.timeline = new LinkTimeline(needs.posts().visibility());
    this.looks = new CardJobs(needs, store, links);
    looks.handle();
  }

  /** Looks at all pages that nobody has looked at yet. */
  void lookAtNew() {
    looks.lookAtNew();
  }

  /** Gives a new post its card; it is to be subscribed. */
  public void published(Tx tx, PostPublished published) {
    if (PostLinks.mayBeIn(published.post())) links.changed(tx, published.post(), false);
  }

  /** Gives a post another card, or none, when its link is another now; it is to be subscribed. */
  public void edited(Tx tx, PostEdited edited) {
    links.changed(tx, edited.post(), true);
  }

  /** Waits until the links of all posts that are here have been read. */
  public void settle() {
    links.settle();
  }

  @Override
  public void close() {
    links.close();
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
