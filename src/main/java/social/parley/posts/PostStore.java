package social.parley.posts;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.storage.Padded;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The table of posts and its indexes by mention and tag. */
final class PostStore {
  private static final String INSERT =
      """
      INSERT INTO posts (id, iri, url, author_id, local, kind, reach, html, source, source_format,
        warning, sensitive, language, published_at, edited_at, in_reply_to, in_reply_to_author,
        in_reply_to_iri, thread_root, context, boost_of, replies, boosts, favourites, mentions, tags,
        emoji, media, has_media, application, application_url, details, quote_iri, quote_of, quote_author,
        quote_state, quote_authorization, quote_request, quote_legacy, policy, local_only, held,
        authorized_by, community, locked)
      VALUES (:id, :iri, :url, :author, :local, :kind, :reach, :html, :source, :sourceFormat,
        :warning, :sensitive, :language, :publishedAt, :editedAt, :inReplyTo, :inReplyToAuthor,
        :inReplyToIri, :threadRoot, :context, :boostOf, :replies, :boosts, :favourites, :mentions, :tags,
        :emoji, :media, :hasMedia, :application, :applicationUrl, :details, :quoteIri, :quoteOf, :quoteAuthor,
        :quoteState, :quoteAuthorization, :quoteRequest, :quoteLegacy, :policy, :localOnly, :held,
        :authorizedBy, :community, :locked)
      ON CONFLICT DO NOTHING\
      """;

  private static final String UPDATE =
      """
      UPDATE posts SET url = :url, kind = :kind, html = :html, source = :source,
        source_format = :sourceFormat, warning = :warning, sensitive = :sensitive,
        language = :language, edited_at = :editedAt, mentions = :mentions, tags = :tags,
        emoji = :emoji, media = :media, has_media = :hasMedia, details = :details,
        quote_iri = :quoteIri, quote_of = :quoteOf, quote_author = :quoteAuthor,
        quote_state = :quoteState, quote_authorization = :quoteAuthorization,
        quote_request = :quoteRequest, quote_legacy = :quoteLegacy, policy = :policy,
        held = :held, authorized_by = :authorizedBy, community = :community, locked = :locked
      WHERE id = :id\
      """;

  /**
   * What awaits something from elsewhere: the id that it may have, whether its author deleted it
   * before it came, and whether answers to it came before it.
   */
  record Arrival(PostId id, boolean buried, boolean awaited) {}

  private record Ground(boolean taken, boolean buried, boolean awaited) {}

  /** Takes the first of these ids that no post has: others tell times in whole seconds. */
  static Arrival arrival(Reading db, Iri iri, ActorId author, LongSupplier ids) {
    while (true) {
      PostId id = new PostId(ids.getAsLong());
      Ground ground =
          db.query(
                  """
                  SELECT EXISTS (SELECT 1 FROM posts WHERE id = :id) AS taken,
                    EXISTS (SELECT 1 FROM tombstones WHERE iri = :iri)
                      OR EXISTS (SELECT 1 FROM early_deletes
                        WHERE iri = :iri AND actor_id = :author) AS buried,
                    EXISTS (SELECT 1 FROM posts WHERE in_reply_to_iri = :iri
                      AND in_reply_to IS NULL) AS awaited\
                  """)
              .bind("id", id)
              .bind("iri", iri)
              .bind("author", author)
              .mapTo(Ground.class)
              .one();
      if (!ground.taken()) return new Arrival(id, ground.buried(), ground.awaited());
    }
  }

  /** False when it is there already: the same IRI, or the same boost by the same actor. */
  boolean insert(Tx tx, Post post) {
    Program program = post.application();
    return bind(tx.update(INSERT), post)
            .bind("iri", post.iri())
            .bind("author", post.author())
            .bind("local", post.local())
            .bind("reach", post.reach())
            .bind("publishedAt", post.publishedAt())
            .bind("inReplyTo", post.inReplyTo())
            .bind("inReplyToAuthor", post.inReplyToAuthor())
            .bind("inReplyToIri", post.inReplyToIri())
            .bind("threadRoot", post.threadRoot())
            .bind("context", post.context())
            .bind("boostOf", post.boostOf())
            .bind("replies", post.replies())
            .bind("boosts", post.boosts())
            .bind("favourites", post.favourites())
            .bind("application", program == null ? null : program.name())
            .bind("applicationUrl", program == null ? null : program.website())
            .bind("localOnly", post.localOnly())
            .execute()
        == 1;
  }

  void update(Tx tx, Post post) {
    bind(tx.update(UPDATE), post).execute();
    tx.announce(new PostTouched(post.id()));
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Post post) {
    S bound =
        statement
            .bind("id", post.id())
            .bind("url", post.url())
            .bind("kind", post.kind())
            .bind("html", post.html())
            .bind("source", post.source())
            .bind(
                "sourceFormat",
                post.sourceFormat() == null ? null : post.sourceFormat().mediaType())
            .bind("warning", post.warning())
            .bind("sensitive", post.sensitive())
            .bind("language", post.language())
            .bind("editedAt", post.editedAt())
            .bind("mentions", PostColumns.mentions(post.mentions()))
            .bind("tags", PostColumns.strings(post.tags()))
            .bind("emoji", PostColumns.emoji(post.emoji()))
            .bind("media", PostColumns.media(post.media()))
            .bind("hasMedia", post.hasMedia())
            .bind("details", ContentColumn.write(post.content()))
            .bind("policy", PolicyColumn.write(post.policy()))
            .bind("held", post.held())
            .bind("authorizedBy", post.authorizedBy())
            .bind("community", post.community())
            .bind("locked", post.locked());
    return bind(bound, post.quote());
  }

  private static <S extends SqlStatement<S>> S bind(S statement, @Nullable Quote quote) {
    return statement
        .bind("quoteIri", quote == null ? null : quote.iri())
        .bind("quoteOf", quote == null ? null : quote.post())
        .bind("quoteAuthor", quote == null ? null : quote.author())
        .bind("quoteState", quote == null ? null : quote.state())
        .bind("quoteAuthorization", quote == null ? null : quote.authorization())
        .bind("quoteRequest", quote == null ? null : quote.request())
        .bind("quoteLegacy", quote != null && quote.legacy());
  }

  Optional<Post> byId(Reading db, PostId id) {
    return db.query("SELECT * FROM posts WHERE id = :id")
        .bind("id", id)
        .map(PostRows.MAPPER)
        .findOne();
  }

  boolean isHere(Reading db, Iri iri) {
    return db.query("SELECT 1 FROM posts WHERE iri = :iri")
        .bind("iri", iri)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Those of the posts that are here. */
  Set<Iri> here(Reading db, Collection<Iri> iris) {
    return db.query("SELECT iri FROM posts WHERE iri IN (<iris>)")
        .bindList("iris", Padded.of(iris))
        .mapTo(Iri.class)
        .set();
  }

  Optional<Post> byIri(Reading db, Iri iri) {
    return db.query("SELECT * FROM posts WHERE iri = :iri")
        .bind("iri", iri)
        .map(PostRows.MAPPER)
        .findOne();
  }

  /** The reply or boost that is shown because of this stamp. */
  Optional<Post> byAuthorization(Reading db, Iri stamp) {
    return db.query("SELECT * FROM posts WHERE authorized_by = :stamp LIMIT 1")
        .bind("stamp", stamp)
        .map(PostRows.MAPPER)
        .findOne();
  }

  /** By its id on the wire, or by the address of its page if that is here. */
  Optional<Post> byAddress(Reading db, Iri address) {
    return byIri(db, address).or(() -> byPage(db, address));
  }

  private Optional<Post> byPage(Reading db, Iri address) {
    String last = address.value().substring(address.value().lastIndexOf('/') + 1);
    try {
      return byId(db, PostId.parse(last))
          .filter(post -> post.local() && post.url().equals(address.value()));
    } catch (Refused.NotFound notOne) {
      return Optional.empty();
    }
  }

  /** In the order asked for; ids of nothing are left out. */
  Map<PostId, Post> byIds(Reading db, Collection<PostId> ids) {
    if (ids.isEmpty()) return Map.of();
    Map<PostId, Post> rows = new HashMap<>();
    db.query("SELECT * FROM posts WHERE id IN (<ids>)")
        .bindList("ids", Padded.of(ids))
        .map(PostRows.MAPPER)
        .forEach(post -> rows.put(post.id(), post));
    Map<PostId, Post> found = new LinkedHashMap<>();
    for (PostId id : ids) {
      Post post = rows.get(id);
      if (post != null) found.put(id, post);
    }
    return found;
  }

  List<Post> boostsOf(Reading db, PostId original) {
    return db.query("SELECT * FROM posts WHERE boost_of = :original")
        .bind("original", original)
        .map(PostRows.MAPPER)
        .list();
  }

  Optional<Post> boost(Reading db, PostId original, ActorId booster) {
    return db.query("SELECT * FROM posts WHERE boost_of = :original AND author_id = :booster")
        .bind("original", original)
        .bind("booster", booster)
        .map(PostRows.MAPPER)
        .findOne();
  }

  /** Some of what somebody wrote, the oldest first. */
  List<Post> some(Reading db, ActorId author, int most) {
    return db.query("SELECT * FROM posts WHERE author_id = :author ORDER BY id LIMIT :most")
        .bind("author", author)
        .bind("most", most)
        .map(PostRows.MAPPER)
        .list();
  }

  /** Who has boosted, answered or quoted a post. */
  List<ActorId> involved(Reading db, PostId id) {
    return db.query(
            """
            SELECT author_id FROM posts WHERE boost_of = :id
            UNION SELECT author_id FROM posts WHERE in_reply_to = :id
            UNION SELECT author_id FROM posts WHERE quote_of = :id\
            """)
        .bind("id", id)
        .mapTo(ActorId.class)
        .list();
  }

  void delete(Tx tx, PostId id) {
    // Replies keep the address of what they answered, so they find it again should it come back.
    tx.query(
            """
            UPDATE posts SET in_reply_to = NULL, in_reply_to_author = NULL
            WHERE in_reply_to = :id RETURNING id\
            """)
        .bind("id", id)
        .mapTo(PostId.class)
        .list()
        .forEach(reply -> tx.announce(new PostTouched(reply)));
    tx.update("DELETE FROM posts WHERE id = :id").bind("id", id).execute();
    tx.announce(new PostTouched(id));
  }

  void countReplies(Tx tx, PostId id, int change) {
    count(tx, "replies", id, change);
  }

  void countBoosts(Tx tx, PostId id, int change) {
    count(tx, "boosts", id, change);
  }

  void countFavourites(Tx tx, PostId id, int change) {
    count(tx, "favourites", id, change);
  }

  void countDislikes(Tx tx, PostId id, int change) {
    count(tx, "dislikes", id, change);
  }

  void countQuotes(Tx tx, PostId id, int change) {
    count(tx, "quotes", id, change);
  }

  /** Added up by the database, so that two at once both count. */
  private static void count(Tx tx, String column, PostId id, int change) {
    tx.update("UPDATE posts SET " + column + " = " + column + " + :change WHERE id = :id")
        .bind("change", change)
        .bind("id", id)
        .execute();
    tx.announce(new PostTouched(id));
  }
}
