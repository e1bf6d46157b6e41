package social.parley.tags;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Which hashtags people here follow; all names are in their normalised form. */
public final class TagFollows {
  /** More than anybody reads; it keeps one person's wishes from filling the table. */
  private static final int MOST = 1000;

  private final Database database;
  private final Ids ids;
  private final Clock clock;

  private record Row(long id, String tag) {}

  public TagFollows(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** Nothing happens the second time. */
  public void follow(ActorId me, String tag) {
    database.run(tx -> {
      int added =
          tx.update(
                  """
                  INSERT INTO tag_follows (id, actor_id, tag, created_at)
                  VALUES (:id, :me, :tag, :now) ON CONFLICT DO NOTHING\
                  """)
              .bind("id", ids.next())
              .bind("me", me)
              .bind("tag", tag)
              .bind("now", clock.instant())
              .execute();
      if (added == 0) return;
      if (count(tx, me) > MOST)
        throw new Refused.Invalid("base", "You have reached the maximum number of followed tags");
      tx.announce(new TagFollowed(me, tag));
    });
  }

  private static int count(Reading db, ActorId me) {
    return db.query("SELECT count(*) FROM tag_follows WHERE actor_id = :me")
        .bind("me", me)
        .mapTo(Integer.class)
        .one();
  }

  public void unfollow(ActorId me, String tag) {
    database.run(tx -> {
      int removed =
          tx.update("DELETE FROM tag_follows WHERE actor_id = :me AND tag = :tag")
              .bind("me", me)
              .bind("tag", tag)
              .execute();
      if (removed > 0) tx.announce(new TagUnfollowed(me, tag));
    });
  }

  /** The latest followed first. */
  public Page<String> page(ActorId me, Cursor cursor) {
    List<Row> rows =
        database.read(db ->
            db.page("SELECT id, tag FROM tag_follows WHERE actor_id = :me", "id", cursor)
                .bind("me", me)
                .mapTo(Row.class)
                .list());
    return Page.of(rows, cursor, Row::id).map(Row::tag);
  }

  /** Those of the hashtags that somebody follows, in the order of their names. */
  public List<String> among(Reading db, ActorId me, Collection<String> tags) {
    if (tags.isEmpty()) return List.of();
    return db.query(
            """
            SELECT tag FROM tag_follows WHERE actor_id = :me AND tag IN (<tags>) ORDER BY tag\
            """)
        .bind("me", me)
        .bindList("tags", List.copyOf(tags))
        .mapTo(String.class)
        .list();
  }

  /** Those of the hashtags that anybody follows. */
  public List<String> followedByAnyone(Reading db, Collection<String> tags) {
    if (tags.isEmpty()) return List.of();
    return db.query("SELECT DISTINCT tag FROM tag_follows WHERE tag IN (<tags>)")
        .bindList("tags", List.copyOf(tags))
        .mapTo(String.class)
        .list();
  }

  /** Whoever deletes their account follows nothing; it is to be subscribed. */
  public void forget(Tx tx, ActorId actor) {
    tx.update("DELETE FROM tag_follows WHERE actor_id = :actor").bind("actor", actor).execute();
  }
}
