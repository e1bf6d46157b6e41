package social.parley.timelines;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.follows.Wanted;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Reach;
import social.parley.storage.Padded;
import social.parley.storage.Reading;

/** A post on its way to readers: what homes, lists and followed tags ask of each of them alike. */
record Delivery(Post post, @Nullable Post boosted, Instant now) {
  /** How many of those whom a post names are looked at. */
  private static final int MOST_NAMED = 30;

  private static final String NOT_BLOCKED =
      """
       AND NOT EXISTS (SELECT 1 FROM blocks nb WHERE nb.actor_id = :original
          AND nb.target_id = #reader)
      """;

  private static final String ADDRESSED =
      """
       AND (#reader = :author OR EXISTS (SELECT 1 FROM post_mentions pm
          WHERE pm.actor_id = #reader AND pm.post_id = :post AND pm.addressed = TRUE))
      """;

  /** For a post that is here and, if it is a boost, whose original is. */
  static Optional<Delivery> of(Reading db, Posts posts, PostId id, Instant now) {
    Optional<Post> post = posts.byId(db, id);
    PostId original = post.map(Post::boostOf).orElse(null);
    if (original == null) return post.map(one -> new Delivery(one, null, now));
    return posts
        .byId(db, original)
        .flatMap(boosted -> post.map(one -> new Delivery(one, boosted, now)));
  }

  /** Whether a reader, a column or parameter, wants to read it and may. */
  String reaches(String reader) {
    StringBuilder sql = new StringBuilder(" AND ").append(Wanted.sql(reader, "<concerned>"));
    if (boosted != null) sql.append(NOT_BLOCKED.replace("#reader", reader));
    if (post.reach() == Reach.MENTIONED) sql.append(ADDRESSED.replace("#reader", reader));
    return sql.toString();
  }

  /** An answer to somebody else who is known. */
  boolean answersOther() {
    ActorId repliedTo = post.inReplyToAuthor();
    return repliedTo != null && !repliedTo.equals(post.author());
  }

  <S extends SqlStatement<S>> S bind(S statement) {
    String language = post.language() == null ? "" : post.language();
    return statement
        .bind("post", post.id())
        .bind("author", post.author())
        .bind("original", boosted == null ? post.author() : boosted.author())
        .bind("boosted", boosted == null ? null : boosted.id())
        .bind("repliedTo", post.inReplyToAuthor())
        .bind("isBoost", boosted != null)
        .bind("language", language)
        .bind("inLanguages", "%," + language + ",%")
        .bind("now", now)
        .bindList("concerned", concerned());
  }

  /** Who wrote and boosted it, and whom it names: all of them must be wanted. */
  private List<ActorId> concerned() {
    Set<ActorId> concerned = new LinkedHashSet<>(List.of(post.author()));
    Post content = boosted == null ? post : boosted;
    concerned.add(content.author());
    content.mentions().stream()
        .limit(MOST_NAMED)
        .forEach(mention -> concerned.add(mention.actor()));
    return Padded.of(concerned);
  }
}
