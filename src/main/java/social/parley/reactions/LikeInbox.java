package social.parley.reactions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.federation.Received;
import social.parley.posts.Deed;
import social.parley.posts.Permission;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.reactions.ReactionStore.Vote;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * Favourites and dislikes from elsewhere, kept for posts of this server and for those of
 * communities that tell of them, and reactions.
 */
public final class LikeInbox {
  private final Ids ids;
  private final Posts posts;
  private final Favourites favourites;
  private final Dislikes dislikes;
  private final ReactionInbox reactions;
  private final GroupVotes groups;

  public LikeInbox(
      Ids ids,
      Actors actors,
      Posts posts,
      Favourites favourites,
      Dislikes dislikes,
      EmojiReactions reactions) {
    this.ids = ids;
    this.posts = posts;
    this.favourites = favourites;
    this.dislikes = dislikes;
    this.groups = new GroupVotes(actors, posts, favourites, this);
    this.reactions = new ReactionInbox(ids, posts, reactions);
  }

  /** A Like, which is a reaction if it has an emoji for its content. */
  public Effect like(Received received, Activity.Like like) {
    Optional<ReactionEmoji> emoji = emoji(received, like);
    if (emoji.isPresent()) return tx -> reactions.react(tx, received, like, emoji.get());
    return tx -> liked(tx, like).ifPresent(post -> like(tx, received.actor(), post, like.id()));
  }

  /** A vote against a post. */
  public Effect dislike(Received received, Activity.Dislike dislike) {
    return tx ->
        liked(tx, dislike).ifPresent(post -> dislike(tx, received.actor(), post, dislike.id()));
  }

  /** A vote that a community passes on, or nothing. */
  public Effect passOn(Received received, Activity inner) {
    return groups.passOn(received.actor(), inner);
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

  void like(Tx tx, Actor actor, Post post, @Nullable Iri given) {
    if (!posts.visibility().canSee(tx, actor.id(), post)) return;
    Vote favourite = vote(actor, post, given, "#likes/");
    // Who asks the author of a post elsewhere is for that server to look after.
    Permission permission =
        post.local() ? posts.permissions().of(tx, actor.id(), post, Deed.LIKE) : Permission.OPEN;
    switch (permission) {
      case OPEN -> favourites.store(tx, favourite, post);
      case KNOWN, MANUAL -> favourites.hold(tx, favourite, post);
      case UNKNOWN, DENIED ->
          tx.announce(new FavouriteUnwelcome(actor.id(), post, favourite.iri()));
    }
  }

  void dislike(Tx tx, Actor actor, Post post, @Nullable Iri given) {
    if (!posts.visibility().canSee(tx, actor.id(), post)) return;
    if (!post.local() || dislikes.mayVote(tx, actor.id(), post))
      dislikes.store(tx, vote(actor, post, given, "#dislikes/"), post);
  }

  boolean hasVoted(Reading db, Actor actor, Post post) {
    return favourites.isLiked(db, actor.id(), post.id())
        || dislikes.isDisliked(db, actor.id(), post.id());
  }

  private Vote vote(Actor actor, Post post, @Nullable Iri given, String kind) {
    long id = ids.next();
    Iri iri = given == null ? new Iri(actor.iri() + kind + id) : given;
    return new Vote(id, actor.id(), post.id(), iri);
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

  /** A vote against a post taken back. */
  public Effect undoDislike(Received received, Activity.Dislike undone) {
    return tx -> liked(tx, undone).ifPresent(post -> undislike(tx, received.actor(), post));
  }

  void unlike(Tx tx, Actor actor, Post post) {
    favourites.remove(tx, actor.id(), post);
  }

  void undislike(Tx tx, Actor actor, Post post) {
    dislikes.remove(tx, actor.id(), post);
  }

  /** The same when only the id is given; false when it is not the id of a vote or reaction. */
  public boolean undo(Tx tx, Received received, Iri id) {
    return reactions.undo(tx, received, id)
        || undoLike(tx, received, id)
        || undoDislike(tx, received, id);
  }

  private boolean undoDislike(Tx tx, Received received, Iri id) {
    Optional<Vote> dislike = dislikes.find(tx, received.actor().id(), id);
    dislike
        .flatMap(one -> posts.byId(tx, one.postId()))
        .ifPresent(post -> undislike(tx, received.actor(), post));
    return dislike.isPresent();
  }

  private boolean undoLike(Tx tx, Received received, Iri id) {
    Optional<Vote> favourite = favourites.find(tx, received.actor().id(), id);
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
