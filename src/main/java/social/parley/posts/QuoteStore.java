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

  /** What is quoted is gone; gives the posts that it was quoted in, as they were. */
  List<Post> forget(Tx tx, PostId quoted) {
    List<Post> quoting =
        tx.query("SELECT * FROM posts WHERE quote_of = :quoted")
            .bind("quoted", quoted)
            .map(PostRows.MAPPER)
            .list();
    for (Post post : quoting) if (post.quote() != null) save(tx, post.id(), post.quote().lost());
    return quoting;
  }

  Optional<Post> byRequest(Reading db, Iri request) {
    return db.query("SELECT * FROM posts WHERE quote_request = :request LIMIT 1")
        .bind("request", request)
        .map(PostRows.MAPPER)
        .findFirst();
  }

  List<Post> byAuthorization(Reading db, Iri stamp) {
    return db.query("SELECT * FROM posts WHERE quote_authorization = :stamp ORDER BY id")
        .bind("stamp", stamp)
        .map(PostRows.MAPPER)
        .list();
  }

  boolean isDeep(Reading db, PostId post) {
    return db.query(
            """
            SELECT 1 FROM posts a JOIN posts b ON b.quote_of = a.id JOIN posts c ON c.quote_of = b.id
            WHERE a.quote_of = :post LIMIT 1\
            """)
        .bind("post", post)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
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
    String sql =
        "SELECT p.id FROM posts p WHERE p.quote_of = :quoted AND p.quote_state = 'accepted' AND "
            + visibility.sql("p");
    return db.page(sql, "p.id", cursor)
        .bind("quoted", quoted)
        .bind("viewer", viewer == null ? Visibility.NOBODY : viewer)
        .mapTo(PostId.class)
        .list();
  }
}
