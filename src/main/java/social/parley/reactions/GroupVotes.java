package social.parley.reactions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * Votes that a community passes on (FEP-1b12). What belongs to it, it counts itself, so its word is
 * taken for how many there are. Who they are it can tell of its own server's people alone: these
 * vote as if they had said so themselves, and whoever has done that has voted already.
 */
final class GroupVotes {
  private final Actors actors;
  private final Posts posts;
  private final Favourites favourites;
  private final LikeInbox inbox;

  GroupVotes(Actors actors, Posts posts, Favourites favourites, LikeInbox inbox) {
    this.actors = actors;
    this.posts = posts;
    this.favourites = favourites;
    this.inbox = inbox;
  }

  /** A vote, or the end of one. */
  private record Voice(Activity vote, boolean up, boolean holds) {
    static @Nullable Voice of(Activity passedOn) {
      return switch (passedOn) {
        case Activity.Like like when !isReaction(like) -> new Voice(like, true, true);
        case Activity.Dislike dislike -> new Voice(dislike, false, true);
        case Activity.Undo undo
            when undo.inner() instanceof Activity.Like like
                && !isReaction(like)
                && like.actor().equals(undo.actor()) ->
            new Voice(like, true, false);
        case Activity.Undo undo
            when undo.inner() instanceof Activity.Dislike dislike
                && dislike.actor().equals(undo.actor()) ->
            new Voice(dislike, false, false);
        default -> null;
      };
    }

    private static boolean isReaction(Activity.Like like) {
      return like.envelope().content() != null;
    }

    /** An id on another server than the voter's belongs to somebody else. */
    boolean isSound() {
      Iri id = vote.id();
      return id == null || id.sameOrigin(vote.actor());
    }
  }

  Effect passOn(Actor group, Activity inner) {
    Voice voice = Voice.of(inner);
    return voice == null || !voice.isSound() ? Effect.none() : tx -> count(tx, group, voice);
  }

  private void count(Tx tx, Actor group, Voice voice) {
    Iri voter = voice.vote().actor();
    // Our own people have voted here.
    if (actors.addresses().isLocal(voter)) return;
    Optional<Post> post =
        object(tx, voice).filter(one -> group.id().equals(one.community()) && !one.isBoost());
    if (post.isEmpty()) return;
    Optional<Actor> known = actors.byIri(tx, voter);
    if (known.isPresent() && !known.get().isPresent()) return;
    if (known.isPresent() && voter.sameOrigin(group.iri()))
      heard(tx, known.get(), post.get(), voice);
    else if (known.isEmpty() || !inbox.hasVoted(tx, known.get(), post.get()))
      told(tx, voter, post.get(), voice);
  }

  private Optional<Post> object(Reading db, Voice voice) {
    Iri object = voice.vote().objectId();
    return object == null ? Optional.empty() : posts.byIri(db, object);
  }

  private void told(Tx tx, Iri voter, Post post, Voice voice) {
    if (voice.holds()) favourites.tell(tx, voter, post, voice.up());
    else favourites.untell(tx, voter, post, voice.up());
  }

  private void heard(Tx tx, Actor voter, Post post, Voice voice) {
    Iri id = voice.vote().id();
    if (voice.holds() && voice.up()) inbox.like(tx, voter, post, id);
    else if (voice.holds()) inbox.dislike(tx, voter, post, id);
    else {
      if (voice.up()) inbox.unlike(tx, voter, post);
      else inbox.undislike(tx, voter, post);
      told(tx, voter.iri(), post, voice);
    }
  }
}
