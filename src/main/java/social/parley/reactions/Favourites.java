package social.parley.reactions;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.federation.Inboxes;
import social.parley.federation.Outbox;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.reactions.ReactionStore.Favourite;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Who likes which post. */
public final class Favourites {
  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Actors actors;
  private final Outbox outbox;
  private final Posts posts;
  private final ReactionStore store = ReactionStore.favourites();

  public Favourites(
      Database database, Ids ids, Clock clock, Actors actors, Outbox outbox, Posts posts) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.actors = actors;
    this.outbox = outbox;
    this.posts = posts;
  }

  /** Likes a post; of a boost, the original. Nothing happens the second time. */
  public void favourite(ActorId me, PostId id) {
    database.run(tx -> {
      Post post = original(tx, id);
      if (!posts.visibility().canSee(tx, me, post)) throw new Refused.NotFound();
      Actor actor = actor(tx, me);
      long number = ids.next();
      Iri iri = new Iri(actor.iri() + "/likes/" + number);
      if (!store(tx, new Favourite(number, me, post.id(), iri), post) || post.local()) return;
      Actor author = actor(tx, post.author());
      send(tx, actor, LikeActivities.like(iri, actor, author, post), author);
    });
  }

  /** Takes a favourite back, if there is one. */
  public void unfavourite(ActorId me, PostId id) {
    database.run(tx -> {
      Post post = original(tx, id);
      Optional<Favourite> there = store.find(tx, me, post.id());
      if (there.isEmpty() || !remove(tx, me, post) || post.local()) return;
      Actor actor = actor(tx, me);
      Actor author = actor(tx, post.author());
      send(tx, actor, LikeActivities.undo(there.get().iri(), actor, author, post), author);
    });
  }

  private void send(Tx tx, Actor actor, Activity activity, Actor author) {
    outbox.send(tx, actor, activity, Inboxes.of(author));
  }

  private Post original(Reading db, PostId id) {
    Post post = posts.byId(db, id).orElseThrow(Refused.NotFound::new);
    if (post.boostOf() == null) return post;
    return posts.byId(db, post.boostOf()).orElseThrow(Refused.NotFound::new);
  }

  private Actor actor(Reading db, ActorId id) {
    return actors.byId(db, id).orElseThrow(Refused.NotFound::new);
  }

  /** Stores, counts and announces; false when it is there already. */
  boolean store(Tx tx, Favourite favourite, Post post) {
    if (!store.insert(tx, favourite, clock.instant())) return false;
    posts.countFavourites(tx, post.id(), 1);
    tx.announce(new Favourited(favourite.actorId(), post));
    return true;
  }

  /** Removes, counts and announces; false when there is none. */
  boolean remove(Tx tx, ActorId actor, Post post) {
    if (!store.delete(tx, actor, post.id())) return false;
    posts.countFavourites(tx, post.id(), -1);
    tx.announce(new Unfavourited(actor, post));
    return true;
  }

  /** Those of the posts that somebody likes. */
  public Set<PostId> of(Reading db, ActorId actor, Collection<PostId> among) {
    return store.of(db, actor, among);
  }

  /** What somebody likes, the latest first. */
  public Page<PostId> page(ActorId actor, Cursor cursor) {
    return database.read(db -> store.byActor(db, actor, cursor));
  }

  /** Who likes a post, the latest first. */
  public Page<ActorId> by(PostId post, Cursor cursor) {
    return database.read(db -> store.byPost(db, post, cursor));
  }
}
