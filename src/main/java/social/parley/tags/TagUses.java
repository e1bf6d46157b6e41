package social.parley.tags;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.Standing;
import social.parley.jobs.Jobs;
import social.parley.posts.Post;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostEdited;
import social.parley.posts.PostPublished;
import social.parley.posts.Reach;
import social.parley.storage.Database;
import social.parley.storage.Padded;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * How often each hashtag is used in public, and by how many people, day by day: counted as posts
 * come and go, so that reading it is one look at a few rows.
 */
public final class TagUses {
  private static final int KEPT_DAYS = 15;
  private static final int MOST_COUNTED = 30;
  private static final String TIDY = "tags.tidy";

  private static final String FEWER =
      """
      UPDATE tag_days SET uses = uses - 1,
        accounts = accounts - (SELECT count(*) FROM tag_uses u WHERE u.tag = tag_days.tag
          AND u.day = tag_days.day AND u.actor_id = :author AND u.uses = 0)
      WHERE day = :day AND tag IN (<tags>)\
      """;

  private static final String UNUSED =
      """
      DELETE FROM tag_uses WHERE day = :day AND actor_id = :author AND tag IN (<tags>)
        AND uses = 0\
      """;

  private final Database database;
  private final Clock clock;
  private final Actors actors;

  public TagUses(Database database, Clock clock, Jobs jobs, Actors actors) {
    this.database = database;
    this.clock = clock;
    this.actors = actors;
    jobs.every(Duration.ofHours(24), TIDY, this::tidy);
  }

  /** It is to be subscribed. */
  public void published(Tx tx, PostPublished published) {
    Post post = published.post();
    if (counts(post) && published.author().standing() == Standing.OK)
      count(tx, post, counted(post));
  }

  /** It is to be subscribed. */
  public void edited(Tx tx, PostEdited edited) {
    Post post = edited.post();
    if (!counts(post)) return;
    List<String> before = counted(edited.before());
    List<String> after = counted(post);
    uncount(tx, post, without(before, after));
    List<String> more = without(after, before);
    if (!more.isEmpty() && isListed(tx, post)) count(tx, post, more);
  }

  private static List<String> without(List<String> some, List<String> others) {
    return some.stream().filter(tag -> !others.contains(tag)).toList();
  }

  /** Whether the hashtags of a post count at all. */
  private boolean counts(Post post) {
    return post.reach() == Reach.PUBLIC && !post.isBoost() && day(post) > today() - KEPT_DAYS;
  }

  private static List<String> counted(Post post) {
    return post.tags().stream().limit(MOST_COUNTED).toList();
  }

  private boolean isListed(Reading db, Post post) {
    return actors
        .byId(db, post.author())
        .map(Actor::standing)
        .filter(Standing.OK::equals)
        .isPresent();
  }

  private static void count(Tx tx, Post post, List<String> tags) {
    if (tags.isEmpty()) return;
    PreparedBatch uses =
        tx.batch(
            """
            INSERT INTO tag_uses (tag, day, actor_id, uses) VALUES (:tag, :day, :author, 1)
            ON CONFLICT (tag, day, actor_id) DO UPDATE SET uses = tag_uses.uses + 1\
            """);
    for (String tag : tags)
      uses.bind("tag", tag).bind("day", day(post)).bind("author", post.author()).add();
    uses.execute();
    tx.update(
            """
            INSERT INTO tag_days (tag, day, uses, accounts)
            SELECT tag, day, 1, CASE WHEN uses = 1 THEN 1 ELSE 0 END FROM tag_uses
            WHERE tag IN (<tags>) AND day = :day AND actor_id = :author
            ON CONFLICT (tag, day) DO UPDATE SET uses = tag_days.uses + 1,
              accounts = tag_days.accounts + excluded.accounts\
            """)
        .bind("day", day(post))
        .bind("author", post.author())
        .bindList("tags", Padded.of(tags))
        .execute();
  }

  /** It is to be subscribed. */
  public void deleted(Tx tx, PostDeleted deleted) {
    if (counts(deleted.post())) uncount(tx, deleted.post(), counted(deleted.post()));
  }

  private static void uncount(Tx tx, Post post, List<String> tags) {
    if (tags.isEmpty()) return;
    List<String> counted =
        tx.query(
                """
                UPDATE tag_uses SET uses = uses - 1 WHERE day = :day AND actor_id = :author
                  AND tag IN (<tags>) AND uses > 0 RETURNING tag\
                """)
            .bind("day", day(post))
            .bind("author", post.author())
            .bindList("tags", Padded.of(tags))
            .mapTo(String.class)
            .list();
    if (counted.isEmpty()) return;
    for (String sql : List.of(FEWER, UNUSED))
      tx.update(sql)
          .bind("day", day(post))
          .bind("author", post.author())
          .bindList("tags", Padded.of(counted))
          .execute();
  }

  private static long day(Post post) {
    return LocalDate.ofInstant(post.publishedAt(), ZoneOffset.UTC).toEpochDay();
  }

  private long today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
  }

  private void tidy() {
    long last = today() - KEPT_DAYS;
    database.run(tx -> {
      tx.update("DELETE FROM tag_uses WHERE day <= :last").bind("last", last).execute();
      tx.update("DELETE FROM tag_days WHERE day <= :last").bind("last", last).execute();
    });
  }
}
