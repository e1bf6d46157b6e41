package social.parley.search;

import social.parley.actors.Actor;
import social.parley.actors.ActorChanged;
import social.parley.actors.ActorDeleted;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.posts.PollVoted;
import social.parley.posts.Post;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostEdited;
import social.parley.posts.PostPublished;
import social.parley.posts.Reach;
import social.parley.reactions.Bookmarked;
import social.parley.reactions.Favourited;
import social.parley.reactions.Unfavourited;
import social.parley.search.SearchLog.Kind;
import social.parley.storage.Tx;

/** Writes down what is to be indexed, inside the transactions of the features. */
public final class SearchFeed {
  private final SearchLog log;
  private final Actors actors;
  private final Runnable wake;

  SearchFeed(SearchLog log, Actors actors, Runnable wake) {
    this.log = log;
    this.actors = actors;
    this.wake = wake;
  }

  private void post(Tx tx, PostId id) {
    log.add(tx, Kind.POST, id.value());
    tx.afterCommit(wake);
  }

  private void actor(Tx tx, ActorId id) {
    log.add(tx, Kind.ACTOR, id.value());
    tx.afterCommit(wake);
  }

  /** A boost by somebody here makes the original one of theirs. */
  public void published(Tx tx, PostPublished published) {
    Post post = published.post();
    if (post.boostOf() != null) {
      if (post.local()) post(tx, post.boostOf());
    } else if (post.local() || !post.mentions().isEmpty() || isOpen(post, published.author()))
      post(tx, post.id());
  }

  /** Whether everybody may find it, or at least its hashtags. */
  private static boolean isOpen(Post post, Actor author) {
    return post.reach() == Reach.PUBLIC && (author.indexable() || !post.tags().isEmpty());
  }

  public void edited(Tx tx, PostEdited edited) {
    post(tx, edited.post().id());
  }

  public void deleted(Tx tx, PostDeleted deleted) {
    Post post = deleted.post();
    if (post.boostOf() == null) post(tx, post.id());
    else reacted(tx, post.author(), post.boostOf());
  }

  public void favourited(Tx tx, Favourited favourited) {
    reacted(tx, favourited.actor(), favourited.post().id());
  }

  public void unfavourited(Tx tx, Unfavourited unfavourited) {
    reacted(tx, unfavourited.actor(), unfavourited.post().id());
  }

  public void bookmarked(Tx tx, Bookmarked bookmarked) {
    post(tx, bookmarked.post());
  }

  public void voted(Tx tx, PollVoted voted) {
    reacted(tx, voted.voter(), voted.post().id());
  }

  /** What people elsewhere do with a post changes nothing here. */
  private void reacted(Tx tx, ActorId who, PostId post) {
    if (actors.byId(tx, who).filter(actor -> actor.local()).isPresent()) post(tx, post);
  }

  public void actorChanged(Tx tx, ActorChanged changed) {
    actor(tx, changed.actor());
  }

  public void actorDeleted(Tx tx, ActorDeleted deleted) {
    actor(tx, deleted.actor().id());
  }
}
