package social.parley.posts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.storage.Padded;
import social.parley.storage.Reading;

/**
 * The one answer to "may X see Y?", as a predicate and as the same condition in SQL.
 *
 * <p>Authors see what is theirs. Others see it unless its author blocks them, was suspended or is
 * deleted: open posts everybody, followers-only ones those who follow and those addressed, the rest
 * only those addressed. What stays on this server is for people who have an account here, and what
 * waits for an agreement only for who can give it. A boost is seen by who may see both the boost
 * and the original.
 */
public final class Visibility {
  private static final String ONE =
      """
      (@.author_id = :viewer OR (
        NOT EXISTS (SELECT 1 FROM actors va WHERE va.id = @.author_id
          AND (va.deleted_at IS NOT NULL OR va.standing = 'suspended'))
        AND NOT EXISTS (SELECT 1 FROM blocks vb
          WHERE vb.actor_id = @.author_id AND vb.target_id = :viewer)
        AND (@.held = FALSE OR @.in_reply_to_author = :viewer)
        AND (@.local_only = FALSE OR EXISTS (SELECT 1 FROM actors vl
          WHERE vl.id = :viewer AND vl.local = TRUE))
        AND (@.reach = 'public' OR @.reach = 'quiet'
          OR EXISTS (SELECT 1 FROM post_mentions vm
            WHERE vm.actor_id = :viewer AND vm.post_id = @.id AND vm.addressed = TRUE)
          OR (@.reach = 'followers' AND EXISTS (SELECT 1 FROM follows vf
            WHERE vf.follower_id = :viewer AND vf.followed_id = @.author_id
              AND vf.state = 'accepted')))))\
      """;

  private static final String ABSENT =
      """
      SELECT id FROM actors WHERE id IN (<among>)
        AND (deleted_at IS NOT NULL OR standing = 'suspended')\
      """;

  private static final int MOST_AT_ONCE = 1024;

  /** What to bind as {@code :viewer} for a stranger: an id that no actor has. */
  public static final ActorId NOBODY = new ActorId(-1);

  private final PostStore store = new PostStore();

  /** The condition for a table alias of {@code posts}; it uses the parameter {@code :viewer}. */
  public String sql(String alias) {
    return "("
        + ONE.replace("@", alias)
        + " AND ("
        + alias
        + ".boost_of IS NULL OR EXISTS (SELECT 1 FROM posts vo WHERE vo.id = "
        + alias
        + ".boost_of AND "
        + ONE.replace("@", "vo")
        + ")))";
  }

  public boolean canSee(Reading db, @Nullable ActorId viewer, Post post) {
    return !visible(db, viewer, List.of(post)).isEmpty();
  }

  /** Those that the viewer (null: a stranger) may see, in the same order. */
  public List<Post> visible(Reading db, @Nullable ActorId viewer, Collection<Post> posts) {
    if (posts.isEmpty()) return List.of();
    Map<PostId, Post> known = new LinkedHashMap<>();
    for (Post post : posts) known.put(post.id(), post);
    List<PostId> missing = new ArrayList<>();
    for (Post post : posts)
      if (post.boostOf() != null && !known.containsKey(post.boostOf())) missing.add(post.boostOf());
    known.putAll(store.byIds(db, missing));
    Facts facts = facts(db, viewer, known.values());
    List<Post> visible = new ArrayList<>();
    for (Post post : posts) if (allows(facts, post, known)) visible.add(post);
    return visible;
  }

  /** Those of the people who may see the post: the same answer for many viewers of one post. */
  public Set<ActorId> who(Reading db, Post post, Collection<ActorId> viewers) {
    if (viewers.isEmpty()) return Set.of();
    Set<ActorId> allowed = viewers(db, post, viewers);
    if (post.boostOf() == null) return allowed;
    Post original = store.byIds(db, List.of(post.boostOf())).get(post.boostOf());
    return original == null ? Set.of() : viewers(db, original, allowed);
  }

  private static Set<ActorId> viewers(Reading db, Post post, Collection<ActorId> among) {
    Set<ActorId> allowed = new HashSet<>();
    ActorId author = post.author();
    if (actors(db, ABSENT, null, Set.of(author)).isEmpty()) {
      allowed.addAll(among);
      if (post.localOnly()) allowed.retainAll(local(db, among));
      if (post.held()) allowed.removeIf(one -> !one.equals(post.inReplyToAuthor()));
      if (!post.reach().isOpen()) allowed.retainAll(named(db, post, among));
      allowed.removeAll(blocked(db, author));
    }
    if (among.contains(author)) allowed.add(author);
    return allowed;
  }

  /** Whom the author blocks; the statement is the same however many look. */
  private static Set<ActorId> blocked(Reading db, ActorId author) {
    return new HashSet<>(
        db.query("SELECT target_id FROM blocks WHERE actor_id = :author")
            .bind("author", author)
            .mapTo(ActorId.class)
            .list());
  }

  /** Those whom a post that is not open is for: addressed, or followers where those may. */
  private static Set<ActorId> named(Reading db, Post post, Collection<ActorId> among) {
    Set<ActorId> named =
        new HashSet<>(
            db.query(
                    "SELECT actor_id FROM post_mentions WHERE post_id = :post AND addressed = TRUE")
                .bind("post", post.id())
                .mapTo(ActorId.class)
                .list());
    if (post.reach() == Reach.FOLLOWERS)
      named.addAll(
          chunks(
              db,
              """
              SELECT follower_id FROM follows WHERE followed_id = :author
                AND follower_id IN (<among>) AND state = 'accepted'\
              """,
              post.author(),
              among));
    return named;
  }

  private static Set<ActorId> local(Reading db, Collection<ActorId> among) {
    String sql = "SELECT id FROM actors WHERE id IN (<among>) AND local = TRUE";
    return chunks(db, sql, NOBODY, among);
  }

  private static Set<ActorId> chunks(
      Reading db, String sql, ActorId author, Collection<ActorId> among) {
    Set<ActorId> found = new HashSet<>();
    List<ActorId> all = List.copyOf(among);
    for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
      List<ActorId> some = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
      found.addAll(
          db.query(sql)
              .bind("author", author)
              .bindList("among", Padded.of(some))
              .mapTo(ActorId.class)
              .list());
    }
    return found;
  }

  /** A boost shows its original, so both must be allowed. */
  static boolean allows(Facts facts, Post post, Map<PostId, Post> originals) {
    if (!facts.allow(post)) return false;
    if (post.boostOf() == null) return true;
    Post original = originals.get(post.boostOf());
    return original != null && facts.allow(original);
  }

  private static Facts facts(Reading db, @Nullable ActorId viewer, Collection<Post> posts) {
    Set<ActorId> authors = new HashSet<>();
    Set<ActorId> guarded = new HashSet<>();
    Set<PostId> closed = new HashSet<>();
    for (Post post : posts) {
      authors.add(post.author());
      if (post.reach() == Reach.FOLLOWERS) guarded.add(post.author());
      if (!post.reach().isOpen()) closed.add(post.id());
    }
    Set<ActorId> absent = actors(db, ABSENT, viewer, authors);
    if (viewer == null)
      return new Facts(null, false, absent::contains, _ -> false, _ -> false, Set.of());
    boolean kept = posts.stream().anyMatch(Post::localOnly);
    Set<ActorId> blockers =
        actors(
            db,
            "SELECT actor_id FROM blocks WHERE target_id = :viewer AND actor_id IN (<among>)",
            viewer,
            authors);
    Set<ActorId> followed =
        actors(
            db,
            """
            SELECT followed_id FROM follows WHERE follower_id = :viewer
              AND followed_id IN (<among>) AND state = 'accepted'\
            """,
            viewer,
            guarded);
    return new Facts(
        viewer,
        kept && isLocal(db, viewer),
        absent::contains,
        blockers::contains,
        followed::contains,
        addressed(db, viewer, closed));
  }

  private static boolean isLocal(Reading db, ActorId viewer) {
    return db.query("SELECT 1 FROM actors WHERE id = :viewer AND local = TRUE")
        .bind("viewer", viewer)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static Set<ActorId> actors(
      Reading db, String sql, @Nullable ActorId viewer, Set<ActorId> among) {
    if (among.isEmpty()) return Set.of();
    return new HashSet<>(
        db.query(sql)
            .bind("viewer", viewer == null ? NOBODY : viewer)
            .bindList("among", Padded.of(among))
            .mapTo(ActorId.class)
            .list());
  }

  static Set<PostId> addressed(Reading db, ActorId viewer, Set<PostId> among) {
    if (among.isEmpty()) return Set.of();
    return new HashSet<>(
        db.query(
                """
                SELECT post_id FROM post_mentions
                WHERE actor_id = :viewer AND post_id IN (<among>) AND addressed = TRUE\
                """)
            .bind("viewer", viewer)
            .bindList("among", Padded.of(among))
            .mapTo(PostId.class)
            .list());
  }

  /** What is known about one viewer and the authors of some posts. */
  record Facts(
      @Nullable ActorId viewer,
      boolean localViewer,
      Predicate<ActorId> absent,
      Predicate<ActorId> blockers,
      Predicate<ActorId> followed,
      Set<PostId> addressed) {

    boolean allow(Post post) {
      if (post.author().equals(viewer)) return true;
      if (absent.test(post.author()) || blockers.test(post.author())) return false;
      if (post.localOnly() && !localViewer) return false;
      if (post.held() && (viewer == null || !viewer.equals(post.inReplyToAuthor()))) return false;
      return switch (post.reach()) {
        case PUBLIC, QUIET -> true;
        case FOLLOWERS -> followed.test(post.author()) || addressed.contains(post.id());
        case MENTIONED -> addressed.contains(post.id());
      };
    }
  }
}
