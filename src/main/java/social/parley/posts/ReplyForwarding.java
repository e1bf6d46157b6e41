package social.parley.posts;

import java.util.Optional;
import social.parley.actors.Actor;
import social.parley.core.PostId;
import social.parley.federation.Received;
import social.parley.storage.Tx;

/**
 * Passes answers to local posts on to the followers of who was answered, so that they see the whole
 * conversation (ActivityPub section 7.1.2).
 */
final class ReplyForwarding {
  private final Posts.Needs needs;
  private final PostStore store = new PostStore();

  ReplyForwarding(Posts.Needs needs) {
    this.needs = needs;
  }

  /** Only what is open to all, and what came from its author, so that nothing goes in circles. */
  void forward(Tx tx, Received received, Post reply) {
    PostId parent = reply.inReplyTo();
    if (parent == null || !reply.reach().isOpen() || received.forwarded() || reply.held()) return;
    Optional<Post> answered = store.byId(tx, parent).filter(Post::local);
    if (answered.isEmpty() || !answered.get().reach().isOpen()) return;
    Actor author = needs.actors().byId(tx, answered.get().author()).orElseThrow();
    needs.outbox().forward(tx, author, received, needs.follows().followerInboxes(tx, author.id()));
  }
}
