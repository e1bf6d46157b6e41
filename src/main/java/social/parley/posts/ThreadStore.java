package social.parley.posts;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.follows.Wanted;
import social.parley.storage.Padded;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** What answers what, and who does not want to hear of a thread any more. */
final class ThreadStore {
  /** The row that a reply hangs on. */
  record Parent(
      PostId id,
      ActorId authorId,
      @Nullable PostId threadRoot,
      @Nullable Iri context,
      @Nullable ActorId community) {
    PostId root() {
      return threadRoot == null ? id : threadRoot;
    }
  }

  Optional<Parent> parent(Reading db, Iri iri) {
    return db.query(
            """
            SELECT id, author_id, thread_root, context, community FROM posts
            WHERE iri = :iri AND boost_of IS NULL\
            """)
        .bind("iri", iri)
        .mapTo(Parent.class)
        .findOne();
  }

  /**
   * Hangs replies that were here first on their parent, with what hangs on them; gives how many of
   * them count. What the parent itself answers stays out, so that no circle can be made.
   */
  int adopt(Tx tx, Post parent, PostId root) {
    List<PostId> orphans =
        tx.query(
                """
                SELECT id FROM posts
                WHERE in_reply_to_iri = :iri AND in_reply_to IS NULL AND id <> :root\
                """)
            .bind("iri", parent.iri())
            .bind("root", root)
            .mapTo(PostId.class)
            .list();
    for (PostId orphan : orphans) {
      tx.update(
              """
              UPDATE posts SET in_reply_to = :parent, in_reply_to_author = :author
              WHERE id = :orphan\
              """)
          .bind("parent", parent.id())
          .bind("author", parent.author())
          .bind("orphan", orphan)
          .execute();
      // Among them the orphan itself, whose own thread this was.
      tx.query(
              """
              UPDATE posts SET thread_root = :root
              WHERE thread_root = :orphan AND in_reply_to_iri IS NOT NULL RETURNING id\
              """)
          .bind("root", root)
          .bind("orphan", orphan)
          .mapTo(PostId.class)
          .list()
          .forEach(moved -> tx.announce(new PostTouched(moved)));
      moveMutes(tx, orphan, root);
    }
    return orphans.isEmpty() ? 0 : openReplies(tx, parent.id());
  }

  private static List<ActorId> muters(Reading db, PostId root) {
    return db.query("SELECT actor_id FROM thread_mutes WHERE thread_root = :root")
        .bind("root", root)
        .mapTo(ActorId.class)
        .list();
  }

  private static void moveMutes(Tx tx, PostId from, PostId to) {
    muters(tx, from).forEach(actor -> tx.announce(new MarksChanged(actor)));
    tx.update(
            """
            INSERT INTO thread_mutes (actor_id, thread_root, created_at)
            SELECT actor_id, :to, created_at FROM thread_mutes WHERE thread_root = :from
            ON CONFLICT DO NOTHING\
            """)
        .bind("to", to)
        .bind("from", from)
        .execute();
  }

  private static int openReplies(Reading db, PostId parent) {
    return db.query(
            """
            SELECT count(*) FROM posts
            WHERE in_reply_to = :parent AND reach IN ('public', 'quiet') AND held = FALSE\
            """)
        .bind("parent", parent)
        .mapTo(Integer.class)
        .one();
  }

  List<Post> replies(Reading db, PostId parent) {
    return db.query("SELECT * FROM posts WHERE in_reply_to = :parent")
        .bind("parent", parent)
        .map(PostRows.MAPPER)
        .list();
  }

  /** How far around a post a thread is read: steps up, steps down, and how many below. */
  record Reach(int up, int depth, int below) {}

  /** A post in a thread, above another or below it. */
  record Around(PostId id, boolean above) {}

  /** What is above a post, the nearest first, and what is below it, breadth first. */
  List<Around> around(Reading db, PostId from, Reach reach) {
    return db.query(
            """
            WITH RECURSIVE up (id, parent, depth) AS (
              SELECT id, in_reply_to, 0 FROM posts WHERE id = :from
              UNION ALL
              SELECT p.id, p.in_reply_to, up.depth + 1 FROM up JOIN posts p ON p.id = up.parent
              WHERE up.depth < :up),
            down (id, depth) AS (
              SELECT id, 1 FROM posts WHERE in_reply_to = :from
              UNION ALL
              SELECT p.id, down.depth + 1 FROM down JOIN posts p ON p.in_reply_to = down.id
              WHERE down.depth < :depth)
            SELECT id, TRUE AS above, depth FROM up WHERE depth > 0
            UNION ALL SELECT id, FALSE, depth FROM (
              SELECT id, depth FROM down ORDER BY depth, id LIMIT :below) nearest
            ORDER BY above DESC, depth, id\
            """)
        .bind("from", from)
        .bind("up", reach.up())
        .bind("depth", reach.depth())
        .bind("below", reach.below())
        .mapTo(Around.class)
        .list();
  }

  /** A whole thread, its first post included, the oldest first. */
  List<PostId> thread(Reading db, PostId root, int limit) {
    return db.query(
            """
            SELECT id FROM posts
            WHERE id = :root OR (thread_root = :root AND in_reply_to_iri IS NOT NULL)
            ORDER BY id LIMIT :limit\
            """)
        .bind("root", root)
        .bind("limit", limit)
        .mapTo(PostId.class)
        .list();
  }

  /** Those of the authors whom somebody does not want to read. */
  Set<ActorId> unwanted(Reading db, ActorId viewer, Collection<ActorId> authors, Instant now) {
    if (authors.isEmpty()) return Set.of();
    return new HashSet<>(
        db.query(
                "SELECT id FROM actors a WHERE a.id IN (<authors>) AND NOT "
                    + Wanted.sql(":viewer", "a.id"))
            .bind("viewer", viewer)
            .bind("now", now)
            .bindList("authors", Padded.of(authors))
            .mapTo(ActorId.class)
            .list());
  }

  void mute(Tx tx, ActorId actor, PostId root, Instant now) {
    tx.update(
            """
            INSERT INTO thread_mutes (actor_id, thread_root, created_at)
            VALUES (:actor, :root, :now) ON CONFLICT DO NOTHING\
            """)
        .bind("actor", actor)
        .bind("root", root)
        .bind("now", now)
        .execute();
    tx.announce(new MarksChanged(actor));
  }

  void unmute(Tx tx, ActorId actor, PostId root) {
    tx.update("DELETE FROM thread_mutes WHERE actor_id = :actor AND thread_root = :root")
        .bind("actor", actor)
        .bind("root", root)
        .execute();
    tx.announce(new MarksChanged(actor));
  }

  /** Those of the threads that somebody has muted. */
  Set<PostId> muted(Reading db, ActorId actor, Collection<PostId> roots) {
    if (roots.isEmpty()) return Set.of();
    return new HashSet<>(
        db.query(
                """
                SELECT thread_root FROM thread_mutes
                WHERE actor_id = :actor AND thread_root IN (<roots>)\
                """)
            .bind("actor", actor)
            .bindList("roots", Padded.of(roots))
            .mapTo(PostId.class)
            .list());
  }
}
