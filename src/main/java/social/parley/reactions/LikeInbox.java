package social.parley.reactions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.federation.Received;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.reactions.ReactionStore.Favourite;
import social.parley.storage.Tx;

/** Favourites and reactions from elsewhere; they are kept for local posts only. */
public final class LikeInbox {
  private final Ids ids;
  private final Posts posts;
  private final Favourites favourites;
  private final ReactionStore store = ReactionStore.favourites();

  public LikeInbox(Ids ids, Posts posts, Favourites favourites) {
    this.ids = ids;
    this.posts = posts;
    this.favourites = favourites;
  }

  /** A Like, or a reaction with an emoji, which counts as one. */
  public Effect like(Received received, Activity like) {
    return tx -> liked(tx, like).ifPresent(post -> like(tx, received.actor(), post, like.id()));
  }

  private void like(Tx tx, Actor actor, Post post, @Nullable Iri given) {
    if (!posts.visibility().canSee(tx, actor.id(), post)) return;
    long id = ids.next();
    Iri iri = given == null ? new Iri(actor.iri() + "#likes/" + id) : given;
    favourites.store(tx, new Favourite(id, actor.id(), post.id(), iri), post);
  }

  /** A Like taken back, with the inner activity written out. */
  public Effect undoLike(Received received, Activity undone) {
    return tx ->
        liked(tx, undone).ifPresent(post -> favourites.remove(tx, received.actor().id(), post));
  }

  /** The same when only the id of the Like is given; false when it is not the id of one. */
  public boolean undo(Tx tx, Received received, Iri id) {
    Optional<Favourite> favourite = store.find(tx, received.actor().id(), id);
    favourite
        .flatMap(one -> posts.byId(tx, one.postId()))
        .ifPresent(post -> favourites.remove(tx, received.actor().id(), post));
    return favourite.isPresent();
  }

  private Optional<Post> liked(Tx tx, Activity like) {
    Iri object = like.objectId();
    return object == null
        ? Optional.empty()
        : posts.byIri(tx, object).filter(post -> post.local() && !post.isBoost());
  }
}
