package social.parley.reactions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.federation.Received;
import social.parley.posts.Deed;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.reactions.ReactionStore.Favourite;
import social.parley.storage.Tx;

/** Favourites from elsewhere, which are kept for local posts only, and reactions. */
public final class LikeInbox {
  private final Ids ids;
  private final Posts posts;
  private final Favourites favourites;
  private final ReactionInbox reactions;

  public LikeInbox(Ids ids, Posts posts, Favourites favourites, EmojiReactions reactions) {
    this.ids = ids;
    this.posts = posts;
    this.favourites = favourites;
    this.reactions = new ReactionInbox(ids, posts, reactions);
  }

  /** A Like, which is a reaction if it has an emoji for its content. */
  public Effect like(Received received, Activity.Like like) {
    Optional<ReactionEmoji> emoji = emoji(received, like);
    if (emoji.isPresent()) return tx -> reactions.react(tx, received, like, emoji.get());
    return tx -> liked(tx, like).ifPresent(post -> like(tx, received.actor(), post, like.id()));
  }

  /** A reaction; one with something that is no emoji is passed over. */
  public Effect react(Received received, Activity.EmojiReact react) {
    return emoji(received, react)
        .<Effect>map(emoji -> tx -> reactions.react(tx, received, react, emoji))
        .orElseGet(Effect::none);
  }

  private static Optional<ReactionEmoji> emoji(Received received, Activity activity) {
    return ReactionEmoji.read(
        activity.envelope().content(), activity.envelope().tags(), received.actor());
  }

  /** A favourite that its actor asks for; it is stored or held as if it had come by itself. */
  public void requested(Tx tx, Actor actor, Post post, Iri iri) {
    like(tx, actor, post, iri);
  }

  private void like(Tx tx, Actor actor, Post post, @Nullable Iri given) {
    if (!posts.visibility().canSee(tx, actor.id(), post)) return;
    long id = ids.next();
    Iri iri = given == null ? new Iri(actor.iri() + "#likes/" + id) : given;
    Favourite favourite = new Favourite(id, actor.id(), post.id(), iri);
    switch (posts.permissions().of(tx, actor.id(), post, Deed.LIKE)) {
      case OPEN -> favourites.store(tx, favourite, post);
      case KNOWN, MANUAL -> favourites.hold(tx, favourite, post);
      case UNKNOWN, DENIED -> tx.announce(new FavouriteUnwelcome(actor.id(), post, iri));
    }
  }

  /** A Like or a reaction taken back, with the inner activity written out. */
  public Effect undoLike(Received received, Activity undone) {
    Optional<ReactionEmoji> emoji = emoji(received, undone);
    return tx -> {
      Iri id = undone.id();
      if (id != null && reactions.undo(tx, received, id)) return;
      if (emoji.isPresent()) reactions.undo(tx, received, undone, emoji.get());
      else liked(tx, undone).ifPresent(post -> favourites.remove(tx, received.actor().id(), post));
    };
  }

  /** The same when only the id is given; false when it is not the id of a Like or reaction. */
  public boolean undo(Tx tx, Received received, Iri id) {
    if (reactions.undo(tx, received, id)) return true;
    Optional<Favourite> favourite = favourites.find(tx, received.actor().id(), id);
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
