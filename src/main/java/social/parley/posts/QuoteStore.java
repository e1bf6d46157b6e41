package social.parley.posts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The columns of posts that say what they quote. */
final class QuoteStore {
  private final Visibility visibility = new Visibility();

  void save(Tx tx, PostId post, Quote quote) {
    tx.update(
            """
            UPDATE posts SET quote_iri = :iri, quote_of = :quoted, quote_author = :author,
              quote_state = :state, quote_authorization = :authorization,
              quote_request = :request, quote_legacy = :legacy
            WHERE id = :post\
            """)
        .bind("post", post)
        .bind("iri", quote.iri())
        .bind("quoted", quote.post())
        .bind("author", quote.author())
        .bind("state", quote.state())
        .bind("authorization", quote.authorization())
        .bind("request", quote.request())
        .bind("legacy", quote.legacy())
        .execute();
  }

  /** What is quoted is gone; gives the posts that it was quoted in. */
  List<PostId> forget(Tx tx, PostId quoted) {
    List<PostId> quoting =
        tx.query("SELECT id FROM posts WHERE quote_of = :quoted")
            .bind("quoted", quoted)
            .mapTo(PostId.class)
            .list();
    if (quoting.isEmpty()) return quoting;
    tx.update(
            """
            UPDATE posts SET quote_of = NULL, quote_authorization = NULL,
              quote_state = CASE WHEN quote_state IN ('accepted', 'pending') THEN 'deleted'
                ELSE quote_state END
            WHERE quote_of = :quoted\
            """)
        .bind("quoted", quoted)
        .execute();
    return quoting;
  }

  Optional<Post> byRequest(Reading db, Iri request) {
    return by(db, "quote_request", request);
  }

  Optional<Post> byAuthorization(Reading db, Iri stamp) {
    return by(db, "quote_authorization", stamp);
  }

  private static Optional<Post> by(Reading db, String column, Iri value) {
    return db.query("SELECT * FROM posts WHERE " + column + " = :value LIMIT 1")
        .bind("value", value)
        .map(PostRows.MAPPER)
        .findFirst();
  }

  List<Post> local(Reading db, PostId quoted) {
    return db.query(
            """
            SELECT * FROM posts
            WHERE quote_of = :quoted AND local = TRUE AND quote_state = 'accepted' ORDER BY id\
            """)
        .bind("quoted", quoted)
        .map(PostRows.MAPPER)
        .list();
  }

  List<PostId> page(Reading db, @Nullable ActorId viewer, PostId quoted, Cursor cursor) {
    return db.query(
            "SELECT p.id FROM posts p WHERE p.quote_of = :quoted AND p.quote_state = 'accepted'"
                + " AND p.id < :below AND p.id > :above AND "
                + visibility.sql("p")
                + " ORDER BY p.id "
                + (cursor.ascending() ? "ASC" : "DESC")
                + " LIMIT :limit")
        .bind("quoted", quoted)
        .bind("viewer", viewer == null ? Visibility.NOBODY : viewer)
        .bind("below", cursor.below())
        .bind("above", cursor.above())
        .bind("limit", cursor.limit())
        .mapTo(PostId.class)
        .list();
  }
}
