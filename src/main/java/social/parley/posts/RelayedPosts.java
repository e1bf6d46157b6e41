package social.parley.posts;

import java.time.Duration;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.federation.Received;
import social.parley.posts.Arrivals.Prepared;
import social.parley.posts.RemotePosts.Outcome;

/** Public posts that a relay brings, which nobody here has asked for in particular. */
final class RelayedPosts {
  private static final Duration NEWS = Duration.ofDays(1);

  private final Posts.Needs needs;
  private final Arrivals arrivals;
  private final RemotePosts remote;
  private final PostStore store = new PostStore();

  RelayedPosts(Posts.Needs needs, Arrivals arrivals, RemotePosts remote) {
    this.needs = needs;
    this.arrivals = arrivals;
    this.remote = remote;
  }

  boolean comesFromRelay(Actor sender) {
    return needs.relays().isRelay(sender.id());
  }

  /** Whether a relay passed on a post that is not here yet. */
  boolean brings(Received received, ForeignPost post) {
    return post.reach() == Reach.PUBLIC
        && comesFromRelay(received.signer())
        && !needs.database().read(db -> store.isHere(db, post.iri()));
  }

  /** The post that a relay boosts, as if its author had sent it; the boost itself is no news. */
  Effect announce(Iri object) {
    return switch (remote.find(object)) {
      case Outcome.New(Prepared prepared) when prepared.post().reach() == Reach.PUBLIC -> {
        boolean news = prepared.post().published().isAfter(needs.clock().instant().minus(NEWS));
        yield tx -> arrivals.store(tx, prepared, news);
      }
      // A relay names many posts; what cannot be had at once is not tried again.
      case Outcome.New _, Outcome.Known _, Outcome.Nothing _, Outcome.Unreachable _ ->
          Effect.none();
    };
  }
}
