package social.parley.timelines;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Writes the entries of posts on homes and lists. */
final class FanOutStore {
  /** A boost is left out when its post, or another boost of it, is there since this long. */
  private static final Duration BOOST_REPEAT = Duration.ofHours(12);

  private static final String FIRST =
      Readership.FOLLOWERS.chunk() + " UNION ALL " + Readership.LISTS.chunk();

  private record Row(Readership readership, long last, int number) {
    Chunk after(long after, @Nullable String tag) {
      return new Chunk(readership, tag, after, last, number);
    }
  }

  /** Puts a post on one home. */
  void add(Tx tx, ActorId owner, PostId post) {
    tx.update(
            """
            INSERT INTO home_entries (actor_id, post_id) VALUES (:owner, :post)
            ON CONFLICT DO NOTHING\
            """)
        .bind("owner", owner)
        .bind("post", post)
        .execute();
  }

  /** The first of those who read an author. */
  List<Chunk> first(Reading db, ActorId author, int limit) {
    return db
        .query(FIRST)
        .bind("author", author)
        .bind("after", 0)
        .bind("limit", limit)
        .mapTo(Row.class)
        .list()
        .stream()
        .map(row -> row.after(0, null))
        .toList();
  }

  /** The next of one kind of readers. */
  Chunk next(
      Reading db,
      Readership readership,
      ActorId author,
      @Nullable String tag,
      long after,
      int limit) {
    return db.query(readership.chunk())
        .bind("author", author)
        .bind("tag", tag)
        .bind("after", after)
        .bind("limit", limit)
        .mapTo(Row.class)
        .one()
        .after(after, tag);
  }

  /** Gives the post to some readers; gives the numbers of those homes or lists that had it not. */
  List<Long> add(Tx tx, Delivery delivery, Chunk chunk) {
    return delivery
        .bind(tx.query(chunk.readership().insert(delivery)))
        .bind("tag", chunk.tag())
        .bind("after", chunk.after())
        .bind("last", chunk.last())
        .bind("recent", Ids.floor(delivery.now().minus(BOOST_REPEAT)))
        .mapTo(Long.class)
        .list();
  }
}
