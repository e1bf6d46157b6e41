package social.parley.interactions;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.posts.Deed;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code interaction_requests}. */
final class RequestStore {
  /** False when the interaction is there already. */
  boolean insert(Tx tx, InteractionRequest request) {
    return tx.update(
                """
                INSERT INTO interaction_requests (id, deed, owner_id, actor_id, post_id, made_id,
                  interaction, request, created_at)
                VALUES (:id, :deed, :ownerId, :actorId, :postId, :madeId, :interaction, :request,
                  :createdAt)
                ON CONFLICT DO NOTHING\
                """,
                request)
            .execute()
        == 1;
  }

  Optional<InteractionRequest> byId(Reading db, long id) {
    return one(db.query("SELECT * FROM interaction_requests WHERE id = :id").bind("id", id));
  }

  /** A favourite, reply or boost by its address; what is written may quote something as well. */
  Optional<InteractionRequest> byInteraction(Reading db, Iri interaction) {
    return one(
        db.query(
                """
                SELECT * FROM interaction_requests
                WHERE interaction = :interaction AND deed <> 'quote' LIMIT 1\
                """)
            .bind("interaction", interaction));
  }

  /** The one about what a post quotes. */
  Optional<InteractionRequest> quote(Reading db, PostId quoting) {
    return one(
        db.query(
                """
                SELECT * FROM interaction_requests
                WHERE made_id = :quoting AND deed = 'quote' LIMIT 1\
                """)
            .bind("quoting", quoting));
  }

  Optional<InteractionRequest> byRequest(Reading db, Iri request) {
    return by(db, "request", request);
  }

  Optional<InteractionRequest> byStamp(Reading db, Iri stamp) {
    return by(db, "stamp", stamp);
  }

  /** The first by which somebody waits to do something with a post. */
  Optional<InteractionRequest> pending(Reading db, ActorId actor, PostId post, Deed deed) {
    return one(
        db.query(
                """
                SELECT * FROM interaction_requests
                WHERE actor_id = :actor AND post_id = :post AND deed = :deed
                  AND accepted_at IS NULL AND rejected_at IS NULL ORDER BY id LIMIT 1\
                """)
            .bind("actor", actor)
            .bind("post", post)
            .bind("deed", deed));
  }

  private static Optional<InteractionRequest> by(Reading db, String column, Iri value) {
    return one(
        db.query("SELECT * FROM interaction_requests WHERE " + column + " = :value LIMIT 1")
            .bind("value", value));
  }

  private static Optional<InteractionRequest> one(Query query) {
    return query.mapTo(InteractionRequest.class).findOne();
  }

  /** What waits for somebody's word, the latest first. */
  List<InteractionRequest> pending(Reading db, ActorId owner, RequestFilter filter, Cursor cursor) {
    PostId post = filter.post();
    Query query =
        db.query(
                "SELECT * FROM interaction_requests WHERE owner_id = :owner"
                    + " AND accepted_at IS NULL AND rejected_at IS NULL AND deed IN (<deeds>)"
                    + (post == null ? "" : " AND post_id = :post")
                    + " AND id < :below AND id > :above ORDER BY id "
                    + (cursor.ascending() ? "ASC" : "DESC")
                    + " LIMIT :limit")
            .bind("owner", owner)
            .bind("below", cursor.below())
            .bind("above", cursor.above())
            .bind("limit", cursor.limit())
            .bindList(
                EmptyHandling.NULL_KEYWORD,
                "deeds",
                filter.deeds().stream().map(deed -> deed.name().toLowerCase(Locale.ROOT)).toList());
    if (post != null) query.bind("post", post);
    return query.mapTo(InteractionRequest.class).list();
  }

  void made(Tx tx, long id, PostId post) {
    tx.update("UPDATE interaction_requests SET made_id = :post WHERE id = :id")
        .bind("post", post)
        .bind("id", id)
        .execute();
  }

  void accept(Tx tx, long id, @Nullable Iri stamp, Instant now) {
    tx.update(
            """
            UPDATE interaction_requests SET accepted_at = :now, stamp = :stamp
            WHERE id = :id\
            """)
        .bind("now", now)
        .bind("stamp", stamp)
        .bind("id", id)
        .execute();
  }

  void reject(Tx tx, long id, Instant now) {
    tx.update("UPDATE interaction_requests SET rejected_at = :now WHERE id = :id")
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  /** A post is gone that was made or asked about; gives what that leaves without an answer. */
  List<InteractionRequest> forget(Tx tx, PostId gone) {
    return tx.query(
            """
            DELETE FROM interaction_requests
            WHERE rejected_at IS NULL AND (made_id = :gone OR post_id = :gone) RETURNING *\
            """)
        .bind("gone", gone)
        .mapTo(InteractionRequest.class)
        .list();
  }

  void delete(Tx tx, long id) {
    tx.update("DELETE FROM interaction_requests WHERE id = :id").bind("id", id).execute();
  }

  /** Somebody takes back what they did; what proved an agreement to it is gone too. */
  List<InteractionRequest> forget(Tx tx, ActorId actor, PostId post, Deed deed) {
    return tx.query(
            """
            DELETE FROM interaction_requests
            WHERE actor_id = :actor AND post_id = :post AND deed = :deed RETURNING *\
            """)
        .bind("actor", actor)
        .bind("post", post)
        .bind("deed", deed)
        .mapTo(InteractionRequest.class)
        .list();
  }
}
