package social.parley.posts;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.storage.Padded;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Passing on posts: a boost is a post row that points to the original. */
final class Boosts {
  private final Posts.Needs needs;
  private final PostWriter writer;
  private final PostStore store = new PostStore();
  private final Visibility visibility = new Visibility();
  private final Permissions permissions = new Permissions();

  /** One boost in a list of who boosted. */
  record Row(long id, ActorId authorId) {}

  Boosts(Posts.Needs needs, PostWriter writer) {
    this.needs = needs;
    this.writer = writer;
  }

  /** The boost; the same one again when there is one already. */
  Post boost(ActorId me, PostId id, Reach reach) {
    return needs
        .database()
        .write(tx -> {
          Post original = original(tx, me, id);
          if (!mayBoost(me, original)) throw new Refused.NotFound();
          Optional<Post> there = store.boost(tx, original.id(), me);
          if (there.isPresent()) return there.get();
          Actor actor = needs.actors().byId(tx, me).orElseThrow(Refused.NotFound::new);
          PostId boost = new PostId(needs.ids().next());
          Iri iri = new Iri(actor.iri() + "/posts/" + boost);
          Instant now = needs.clock().instant();
          boolean held = isHeld(tx, me, original);
          return store(tx, original, actor, boost, iri, reach, now, true, held)
              .or(() -> store.boost(tx, original.id(), me))
              .orElseThrow(() -> new Refused.Conflict("Already boosted"));
        });
  }

  private Post original(Tx tx, ActorId me, PostId id) {
    Post post = store.byId(tx, id).orElseThrow(Refused.NotFound::new);
    if (!visibility.canSee(tx, me, post)) throw new Refused.NotFound();
    return post.boostOf() == null
        ? post
        : store.byId(tx, post.boostOf()).orElseThrow(Refused.NotFound::new);
  }

  /** Open posts are for all to pass on; followers-only ones only for their author. */
  static boolean mayBoost(ActorId booster, Post original) {
    return switch (original.reach()) {
      case PUBLIC, QUIET -> true;
      case FOLLOWERS -> original.author().equals(booster);
      case MENTIONED -> false;
    };
  }

  /** Whether it must wait for the author of the original. */
  private boolean isHeld(Tx tx, ActorId me, Post original) {
    return switch (permissions.of(tx, me, original, Deed.BOOST)) {
      case OPEN -> false;
      case KNOWN -> !original.local();
      case MANUAL, UNKNOWN -> true;
      case DENIED -> throw new Refused.NotFound();
    };
  }

  /** Stores a boost, local or received; it never reaches further than the original. */
  Optional<Post> store(
      Tx tx,
      Post original,
      Actor booster,
      PostId id,
      Iri iri,
      Reach reach,
      Instant when,
      boolean arrivedNow,
      boolean held) {
    Reach within = original.reach() == Reach.FOLLOWERS ? Reach.FOLLOWERS : reach;
    if (within == Reach.MENTIONED) within = Reach.FOLLOWERS;
    Post boost =
        new PostChange(id, iri, iri.value(), booster.id(), booster.local(), when)
            .reach(within)
            .boostOf(original.id())
            .localOnly(original.localOnly())
            .held(held, null)
            .build();
    return writer.store(
        tx, new NewPost(boost, booster, List.of(), List.of(), null, arrivedNow, false));
  }

  Post unboost(ActorId me, PostId id) {
    return needs
        .database()
        .write(tx -> {
          Post post = store.byId(tx, id).orElseThrow(Refused.NotFound::new);
          PostId original = post.boostOf() == null ? post.id() : post.boostOf();
          store.boost(tx, original, me).ifPresent(boost -> writer.delete(tx, boost));
          return store.byId(tx, original).orElseThrow(Refused.NotFound::new);
        });
  }

  /** Those of the posts that somebody has boosted. */
  Set<PostId> boostedBy(Reading db, ActorId actor, Collection<PostId> ids) {
    if (ids.isEmpty()) return Set.of();
    return new HashSet<>(
        db.query("SELECT boost_of FROM posts WHERE author_id = :actor AND boost_of IN (<ids>)")
            .bind("actor", actor)
            .bindList("ids", Padded.of(ids))
            .mapTo(PostId.class)
            .list());
  }

  /** Who has openly boosted a post, the latest first. */
  Page<ActorId> boosters(Reading db, PostId id, Cursor cursor) {
    List<Row> rows =
        db.page(
                """
                SELECT id, author_id FROM posts
                WHERE boost_of = :post AND reach IN ('public', 'quiet') AND held = FALSE\
                """,
                "id",
                cursor)
            .bind("post", id)
            .mapTo(Row.class)
            .list();
    return Page.of(rows, cursor, Row::id).map(Row::authorId);
  }
}
