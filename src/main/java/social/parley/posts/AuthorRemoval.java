package social.parley.posts;

import java.util.List;
import social.parley.actors.ActorDeleted;
import social.parley.core.ActorId;
import social.parley.storage.Tx;

/** Removes the posts of who was deleted, some at a time, so that nothing else waits long. */
final class AuthorRemoval {
  private static final String REMOVE = "remove-posts";
  private static final int AT_ONCE = 100;

  private final Posts.Needs needs;
  private final PostWriter writer;
  private final PostStore store = new PostStore();

  /** A job that removes what somebody wrote. */
  record RemovePosts(ActorId author) {}

  AuthorRemoval(Posts.Needs needs, PostWriter writer) {
    this.needs = needs;
    this.writer = writer;
  }

  void handle() {
    needs
        .jobs()
        .handle(REMOVE, RemovePosts.class, job -> needs.database().run(tx -> some(tx, job)));
  }

  void begin(Tx tx, ActorDeleted deleted) {
    needs.jobs().enqueue(tx, REMOVE, new RemovePosts(deleted.actor().id()));
  }

  private void some(Tx tx, RemovePosts job) {
    List<Post> posts = store.some(tx, job.author(), AT_ONCE);
    for (Post post : posts) if (store.byId(tx, post.id()).isPresent()) writer.delete(tx, post);
    if (posts.size() == AT_ONCE) needs.jobs().enqueue(tx, REMOVE, job);
  }
}
