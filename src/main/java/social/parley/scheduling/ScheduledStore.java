package social.parley.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.posts.Draft;
import social.parley.storage.Reading;
import social.parley.storage.Tx;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of posts that wait; a draft is kept as JSON, so that it may grow. */
final class ScheduledStore {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final String COLUMNS =
      "SELECT id, author_id, due_at, draft, application_id, failed_at, failure FROM"
          + " scheduled_posts";

  record Row(
      long id,
      ActorId authorId,
      Instant dueAt,
      JsonNode draft,
      @Nullable Long applicationId,
      @Nullable Instant failedAt,
      @Nullable String failure) {
    private ScheduledPost post() {
      return new ScheduledPost(
          id,
          authorId,
          dueAt,
          JSON.treeToValue(draft, Draft.class),
          applicationId,
          failedAt,
          failure);
    }
  }

  /** False when another one was made with the same key. */
  boolean insert(Tx tx, ScheduledPost post, @Nullable String key, Instant now) {
    return tx.update(
                """
                INSERT INTO scheduled_posts
                  (id, author_id, due_at, draft, application_id, idempotency_key, created_at)
                VALUES (:id, :author, :due, :draft, :application, :key, :now)
                ON CONFLICT DO NOTHING\
                """)
            .bind("id", post.id())
            .bind("author", post.author())
            .bind("due", post.dueAt())
            .bind("draft", JSON.writeValueAsString(post.draft()))
            .bind("application", post.applicationId())
            .bind("key", key)
            .bind("now", now)
            .execute()
        == 1;
  }

  Optional<ScheduledPost> byKey(Reading db, ActorId author, String key) {
    return db.query(COLUMNS + " WHERE author_id = :author AND idempotency_key = :key")
        .bind("author", author)
        .bind("key", key)
        .mapTo(Row.class)
        .findOne()
        .map(Row::post);
  }

  void forgetKeys(Tx tx, ActorId author, Instant before) {
    tx.update(
            """
            UPDATE scheduled_posts SET idempotency_key = NULL
            WHERE author_id = :author AND idempotency_key IS NOT NULL AND created_at <= :before\
            """)
        .bind("author", author)
        .bind("before", before)
        .execute();
  }

  Optional<ScheduledPost> byId(Reading db, long id) {
    return db.query(COLUMNS + " WHERE id = :id")
        .bind("id", id)
        .mapTo(Row.class)
        .findOne()
        .map(Row::post);
  }

  Page<ScheduledPost> page(Reading db, ActorId author, Cursor cursor) {
    List<Row> rows =
        db.page(COLUMNS + " WHERE author_id = :author", "id", cursor)
            .bind("author", author)
            .mapTo(Row.class)
            .list();
    return Page.of(rows, cursor, Row::id).map(Row::post);
  }

  List<ScheduledPost> all(Reading db, ActorId author) {
    return db
        .query(COLUMNS + " WHERE author_id = :author")
        .bind("author", author)
        .mapTo(Row.class)
        .stream()
        .map(Row::post)
        .toList();
  }

  /** How many somebody has waiting for a time from one moment until another. */
  long count(Reading db, ActorId author, Instant from, Instant until, long except) {
    return db.query(
            """
            SELECT count(*) FROM scheduled_posts
            WHERE author_id = :author AND due_at >= :from AND due_at < :until AND id <> :except\
            """)
        .bind("author", author)
        .bind("from", from)
        .bind("until", until)
        .bind("except", except)
        .mapTo(long.class)
        .one();
  }

  void move(Tx tx, long id, Instant due) {
    tx.update(
            """
            UPDATE scheduled_posts SET due_at = :due, failed_at = NULL, failure = NULL
            WHERE id = :id\
            """)
        .bind("due", due)
        .bind("id", id)
        .execute();
  }

  /** Notes what went wrong; with a time, it is not tried again. */
  void fail(Tx tx, ScheduledPost post, String reason, @Nullable Instant at) {
    tx.update(
            """
            UPDATE scheduled_posts SET failed_at = :at, failure = :reason
            WHERE id = :id AND due_at = :due\
            """)
        .bind("at", at)
        .bind("reason", reason)
        .bind("id", post.id())
        .bind("due", post.dueAt())
        .execute();
  }

  /** False when it is not there any more, or not for this time. */
  boolean delete(Tx tx, ScheduledPost post) {
    return tx.update("DELETE FROM scheduled_posts WHERE id = :id AND due_at = :due")
            .bind("id", post.id())
            .bind("due", post.dueAt())
            .execute()
        == 1;
  }
}
