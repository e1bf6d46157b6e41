package social.parley.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.actors.ActorDeleted;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.jobs.Jobs;
import social.parley.media.Media;
import social.parley.posts.Draft;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * The front door to posts that wait for their time. Each is published once: the transaction that
 * publishes it takes it off the list. One that cannot be published stays on it with the reason.
 */
public final class ScheduledPosts {
  /** How far ahead a post must be scheduled. */
  public static final Duration LEAST = Duration.ofMinutes(5);

  /** How many may wait, and how many for one day (UTC). */
  public static final int MOST = 300;

  public static final int MOST_A_DAY = 25;

  private static final Logger log = LoggerFactory.getLogger(ScheduledPosts.class);
  private static final String PUBLISH = "scheduled-publish";
  private static final Duration KEYS_KEPT = Duration.ofHours(1);
  private static final long NONE = -1;

  record Due(long id) {}

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Jobs jobs;
  private final Media media;
  private final Posts posts;
  private final Predicate<ActorId> mayPost;
  private final ScheduledStore store = new ScheduledStore();

  /** Who may post is asked again when the time has come. */
  public ScheduledPosts(
      Database database,
      Ids ids,
      Clock clock,
      Jobs jobs,
      Media media,
      Posts posts,
      Predicate<ActorId> mayPost) {
    this.mayPost = mayPost;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.jobs = jobs;
    this.media = media;
    this.posts = posts;
    jobs.handle(PUBLISH, Due.class, due -> publish(due.id()));
  }

  /**
   * Puts a draft on the list, refused when it could not be published now. A repeat with the same
   * idempotency key within an hour gives the first one again.
   */
  public ScheduledPost schedule(Draft draft, Instant at, @Nullable Long application) {
    checkTime(at);
    posts.check(draft);
    return database.write(tx -> {
      Instant now = clock.instant();
      ActorId author = draft.author();
      store.forgetKeys(tx, author, now.minus(KEYS_KEPT));
      String key = draft.idempotencyKey();
      Optional<ScheduledPost> known = key == null ? Optional.empty() : store.byKey(tx, author, key);
      if (known.isPresent()) return known.get();
      checkRoom(tx, author, at, NONE);
      ScheduledPost post =
          new ScheduledPost(ids.next(), author, at, draft, application, null, null);
      if (!store.insert(tx, post, key, now))
        return store
            .byKey(tx, author, String.valueOf(key))
            .orElseThrow(() -> new Refused.Conflict("Already scheduled"));
      media.hold(tx, author, draft.media());
      jobs.enqueue(tx, PUBLISH, new Due(post.id()), at);
      return post;
    });
  }

  private void checkTime(Instant at) {
    if (at.isBefore(clock.instant().plus(LEAST)))
      throw new Refused.Invalid(
          "scheduled_at", "The scheduled date must be at least five minutes in the future");
  }

  private void checkRoom(Reading db, ActorId author, Instant at, long except) {
    if (store.count(db, author, Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE), except)
        >= MOST)
      throw new Refused.Invalid(
          "base", "You have exceeded the limit of " + MOST + " scheduled posts");
    Instant day = at.truncatedTo(ChronoUnit.DAYS);
    if (store.count(db, author, day, day.plus(1, ChronoUnit.DAYS), except) >= MOST_A_DAY)
      throw new Refused.Invalid(
          "base", "You have exceeded the limit of " + MOST_A_DAY + " scheduled posts for that day");
  }

  /** What somebody has waiting, the latest written first, those that failed among them. */
  public Page<ScheduledPost> page(ActorId author, Cursor cursor) {
    return database.read(db -> store.page(db, author, cursor));
  }

  public ScheduledPost own(ActorId author, long id) {
    return database.read(db -> own(db, author, id));
  }

  private ScheduledPost own(Reading db, ActorId author, long id) {
    return store
        .byId(db, id)
        .filter(post -> post.author().equals(author))
        .orElseThrow(Refused.NotFound::new);
  }

  /** Gives a post another time; one that failed is tried again then. */
  public ScheduledPost move(ActorId author, long id, Instant at) {
    checkTime(at);
    return database.write(tx -> {
      own(tx, author, id);
      checkRoom(tx, author, at, id);
      store.move(tx, id, at);
      jobs.enqueue(tx, PUBLISH, new Due(id), at);
      return own(tx, author, id);
    });
  }

  /** Takes a post off the list; its files may be used again. */
  public void cancel(ActorId author, long id) {
    database.run(tx -> cancel(tx, own(tx, author, id)));
  }

  private void cancel(Tx tx, ScheduledPost post) {
    if (store.delete(tx, post)) media.letGo(tx, post.author(), post.draft().media());
  }

  /** Cancels everything of somebody who is no more; it is to be subscribed. */
  public void authorDeleted(Tx tx, ActorDeleted deleted) {
    for (ScheduledPost post : store.all(tx, deleted.actor().id())) cancel(tx, post);
  }

  private void publish(long id) {
    ScheduledPost post = database.read(db -> store.byId(db, id)).orElse(null);
    // Moved to another time, there is another job for it.
    if (post == null || post.failedAt() != null || post.dueAt().isAfter(clock.instant())) return;
    try {
      if (!mayPost.test(post.author())) throw new Refused.Forbidden("This account may not post");
      posts.publish(post.draft().withKey(null), tx -> take(tx, post));
    } catch (Refused.Unavailable | Refused.TooMany passing) {
      note(post, passing.reason(), null);
      throw passing;
    } catch (Refused refused) {
      note(post, refused.reason(), clock.instant());
      log.info("scheduled post refused id={} reason={}", id, refused.reason());
    } catch (RuntimeException failed) {
      note(post, "The server failed to publish this post", null);
      throw failed;
    }
  }

  private void take(Tx tx, ScheduledPost post) {
    if (!store.delete(tx, post)) throw new Refused.Gone();
    media.letGo(tx, post.author(), post.draft().media());
  }

  private void note(ScheduledPost post, String reason, @Nullable Instant givenUp) {
    database.run(tx -> store.fail(tx, post, reason, givenUp));
  }
}
