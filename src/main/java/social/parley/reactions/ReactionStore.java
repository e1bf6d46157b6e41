package social.parley.reactions;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.statement.EmptyHandling;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.posts.MarksChanged;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The tables of favourites, dislikes and bookmarks, alike but for the addresses of votes. */
final class ReactionStore {
  /** One favourite or bookmark. */
  record Row(long id, ActorId actorId, PostId postId) {}

  /** A favourite or dislike with its address on the wire. */
  record Vote(long id, ActorId actorId, PostId postId, Iri iri) {}

  private final String table;

  private ReactionStore(String table) {
    this.table = table;
  }

  static ReactionStore favourites() {
    return new ReactionStore("favourites");
  }

  /** Favourites that wait for an agreement. */
  static ReactionStore held() {
    return new ReactionStore("held_favourites");
  }

  static ReactionStore dislikes() {
    return new ReactionStore("dislikes");
  }

  static ReactionStore bookmarks() {
    return new ReactionStore("bookmarks");
  }

  /** False when it is there already. */
  boolean insert(Tx tx, Vote favourite, Instant now) {
    int inserted =
        tx.update(
                "INSERT INTO "
                    + table
                    + """
                     (id, actor_id, post_id, iri, created_at)
                    VALUES (:id, :actorId, :postId, :iri, :now) ON CONFLICT DO NOTHING\
                    """,
                favourite)
            .bind("now", now)
            .execute();
    return changed(tx, favourite.actorId(), inserted);
  }

  boolean insert(Tx tx, Row bookmark, Instant now) {
    int inserted =
        tx.update(
                """
                INSERT INTO bookmarks (id, actor_id, post_id, created_at)
                VALUES (:id, :actorId, :postId, :now) ON CONFLICT DO NOTHING\
                """,
                bookmark)
            .bind("now", now)
            .execute();
    return changed(tx, bookmark.actorId(), inserted);
  }

  boolean delete(Tx tx, ActorId actor, PostId post) {
    int deleted =
        tx.update("DELETE FROM " + table + " WHERE actor_id = :actor AND post_id = :post")
            .bind("actor", actor)
            .bind("post", post)
            .execute();
    return changed(tx, actor, deleted);
  }

  private static boolean changed(Tx tx, ActorId actor, int rows) {
    if (rows > 0) tx.announce(new MarksChanged(actor));
    return rows > 0;
  }

  Optional<Vote> find(Reading db, ActorId actor, PostId post) {
    return db.query(
            "SELECT id, actor_id, post_id, iri FROM "
                + table
                + " WHERE actor_id = :actor AND post_id = :post")
        .bind("actor", actor)
        .bind("post", post)
        .mapTo(Vote.class)
        .findOne();
  }

  Optional<Vote> find(Reading db, ActorId actor, Iri iri) {
    return db.query(
            "SELECT id, actor_id, post_id, iri FROM "
                + table
                + " WHERE iri = :iri AND actor_id = :actor")
        .bind("iri", iri)
        .bind("actor", actor)
        .mapTo(Vote.class)
        .findOne();
  }

  Set<PostId> of(Reading db, ActorId actor, Collection<PostId> posts) {
    return new HashSet<>(
        db.query(
                "SELECT post_id FROM "
                    + table
                    + " WHERE actor_id = :actor AND post_id IN (<posts>)")
            .bind("actor", actor)
            .bindList(EmptyHandling.NULL_KEYWORD, "posts", posts)
            .mapTo(PostId.class)
            .list());
  }

  Page<PostId> byActor(Reading db, ActorId actor, Cursor cursor) {
    return page(db, "actor_id", actor.value(), cursor, Row::postId);
  }

  Page<ActorId> byPost(Reading db, PostId post, Cursor cursor) {
    return page(db, "post_id", post.value(), cursor, Row::actorId);
  }

  private <T> Page<T> page(
      Reading db, String column, long value, Cursor cursor, Function<Row, T> item) {
    String sql = "SELECT id, actor_id, post_id FROM " + table + " WHERE " + column + " = :value";
    List<Row> rows = db.page(sql, "id", cursor).bind("value", value).mapTo(Row.class).list();
    return Page.of(rows, cursor, Row::id).map(item);
  }
}
