package social.parley.conversations;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.PostId;
import social.parley.follows.Wanted;
import social.parley.posts.Post;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code conversations} and of the posts in them. */
final class ConversationStore {
  private static final String COLUMNS = "c.id, c.owner_id, c.participants, c.last_post, c.unread";

  private record Row(
      long id, ActorId ownerId, String participants, @Nullable PostId lastPost, boolean unread) {
    Conversation conversation() {
      List<ActorId> others =
          participants.isEmpty()
              ? List.of()
              : Arrays.stream(participants.split(",")).map(ActorId::parse).toList();
      return new Conversation(id, ownerId, others, lastPost, unread);
    }
  }

  private static String text(Collection<ActorId> participants) {
    return participants.stream()
        .map(ActorId::value)
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  /** Those of the people who are here and want to hear of the author. */
  List<ActorId> owners(Reading db, Collection<ActorId> people, ActorId author, Instant now) {
    return db.query(
            "SELECT a.id FROM actors a WHERE a.id IN (<people>) AND a.local"
                + " AND a.deleted_at IS NULL AND (a.id = :author OR "
                + Wanted.sql("a.id", ":author")
                + ")")
        .bind("author", author)
        .bind("now", now)
        .bindList("people", List.copyOf(people))
        .mapTo(ActorId.class)
        .list();
  }

  /** The thread under which somebody has the letter that this one answers. */
  Optional<PostId> threadOf(Reading db, ActorId owner, PostId parent) {
    return db.query(
            """
            SELECT c.thread_root FROM conversation_posts p
            JOIN conversations c ON c.id = p.conversation_id
            WHERE p.owner_id = :owner AND p.post_id = :parent\
            """)
        .bind("owner", owner)
        .bind("parent", parent)
        .mapTo(PostId.class)
        .findOne();
  }

  /**
   * Adds a letter, to a new conversation if there is none with this thread and these people.
   *
   * @param unread whether it is to be read; null when it changes nothing
   */
  Conversation add(
      Tx tx,
      long id,
      ActorId owner,
      PostId thread,
      Collection<ActorId> others,
      Post letter,
      @Nullable Boolean unread) {
    Conversation conversation =
        tx.query(
                """
                INSERT INTO conversations
                  (id, owner_id, thread_root, participants, last_post, unread)
                VALUES (:id, :owner, :thread, :others, :post, :unread)
                ON CONFLICT (owner_id, thread_root, participants) DO UPDATE SET
                  last_post = CASE WHEN conversations.last_post > excluded.last_post
                    THEN conversations.last_post ELSE excluded.last_post END,
                  unread = CASE WHEN :keep THEN conversations.unread ELSE excluded.unread END
                RETURNING id, owner_id, participants, last_post, unread\
                """)
            .bind("id", id)
            .bind("owner", owner)
            .bind("thread", thread)
            .bind("others", text(others))
            .bind("post", letter.id())
            .bind("unread", unread != null && unread)
            .bind("keep", unread == null)
            .mapTo(Row.class)
            .one()
            .conversation();
    tx.update(
            """
            INSERT INTO conversation_posts (owner_id, post_id, conversation_id)
            VALUES (:owner, :post, :conversation) ON CONFLICT DO NOTHING\
            """)
        .bind("owner", owner)
        .bind("post", letter.id())
        .bind("conversation", conversation.id())
        .execute();
    return conversation;
  }

  /** Moves conversations back from a letter that is about to go; gives those that remain. */
  List<Conversation> removed(Tx tx, PostId letter) {
    tx.update(
            """
            DELETE FROM conversations WHERE id IN (
                SELECT conversation_id FROM conversation_posts WHERE post_id = :post)
              AND NOT EXISTS (SELECT 1 FROM conversation_posts o
                WHERE o.conversation_id = conversations.id AND o.post_id <> :post)\
            """)
        .bind("post", letter)
        .execute();
    return tx
        .query(
            """
            UPDATE conversations SET last_post = (SELECT max(o.post_id) FROM conversation_posts o
              WHERE o.conversation_id = conversations.id AND o.post_id <> :post)
            WHERE last_post = :post AND id IN (
              SELECT conversation_id FROM conversation_posts WHERE post_id = :post)
            RETURNING id, owner_id, participants, last_post, unread\
            """)
        .bind("post", letter)
        .mapTo(Row.class)
        .list()
        .stream()
        .map(Row::conversation)
        .toList();
  }

  /** Removes somebody's conversations in which another takes part. */
  void part(Tx tx, ActorId owner, ActorId other) {
    tx.update(
            """
            DELETE FROM conversations
            WHERE owner_id = :owner AND (',' || participants || ',') LIKE :other\
            """)
        .bind("owner", owner)
        .bind("other", "%," + other.value() + ",%")
        .execute();
  }

  List<Conversation> page(Reading db, ActorId me, Cursor cursor) {
    return db
        .page(
            "SELECT " + COLUMNS + " FROM conversations c WHERE c.owner_id = :me",
            "c.last_post",
            cursor)
        .bind("me", me)
        .mapTo(Row.class)
        .list()
        .stream()
        .map(Row::conversation)
        .toList();
  }

  Optional<Conversation> find(Reading db, ActorId me, long id) {
    return db.query(
            "SELECT " + COLUMNS + " FROM conversations c WHERE c.id = :id AND c.owner_id = :me")
        .bind("id", id)
        .bind("me", me)
        .mapTo(Row.class)
        .findOne()
        .map(Row::conversation);
  }

  Optional<Conversation> mark(Tx tx, ActorId me, long id, boolean unread) {
    return tx.query(
            """
            UPDATE conversations SET unread = :unread WHERE id = :id AND owner_id = :me
            RETURNING id, owner_id, participants, last_post, unread\
            """)
        .bind("id", id)
        .bind("me", me)
        .bind("unread", unread)
        .mapTo(Row.class)
        .findOne()
        .map(Row::conversation);
  }

  /** Marks all as read; gives those that were not. */
  List<Conversation> markAll(Tx tx, ActorId me) {
    return tx
        .query(
            """
            UPDATE conversations SET unread = FALSE WHERE owner_id = :me AND unread
            RETURNING id, owner_id, participants, last_post, unread\
            """)
        .bind("me", me)
        .mapTo(Row.class)
        .list()
        .stream()
        .map(Row::conversation)
        .toList();
  }

  /** False when there is no such one. */
  boolean putAway(Tx tx, ActorId me, long id) {
    return tx.update(
                """
                UPDATE conversations SET last_post = NULL, unread = FALSE
                WHERE id = :id AND owner_id = :me\
                """)
            .bind("id", id)
            .bind("me", me)
            .execute()
        == 1;
  }

  /** All letters of one conversation. */
  List<PostId> posts(Reading db, long id, Cursor cursor) {
    return db.page(
            "SELECT post_id FROM conversation_posts WHERE conversation_id = :id", "post_id", cursor)
        .bind("id", id)
        .mapTo(PostId.class)
        .list();
  }

  /** All letters that somebody has. */
  List<PostId> letters(Reading db, ActorId me, Instant now, Cursor cursor) {
    String sql =
        "SELECT c.post_id FROM conversation_posts c CROSS JOIN posts p"
            + " WHERE p.id = c.post_id AND c.owner_id = :me AND "
            + Wanted.sql(":me", "p.author_id");
    return db.page(sql, "c.post_id", cursor)
        .bind("me", me)
        .bind("now", now)
        .mapTo(PostId.class)
        .list();
  }

  void clear(Tx tx, ActorId owner) {
    tx.update("DELETE FROM conversations WHERE owner_id = :owner").bind("owner", owner).execute();
  }
}
