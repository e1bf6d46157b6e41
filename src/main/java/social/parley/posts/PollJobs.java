package social.parley.posts;

import java.util.Optional;
import social.parley.core.PostId;

/** What happens to polls later: counts are sent, and their time runs out. */
final class PollJobs {
  static final String END = "poll-end";
  static final String COUNTS = "poll-counts";

  /** A job about the poll of a post. */
  record About(PostId post) {}

  private final Posts.Needs needs;
  private final Polls polls;
  private final RemotePosts remote;
  private final PostStore posts = new PostStore();
  private final PollStore store = new PollStore();

  PollJobs(Posts.Needs needs, Polls polls, RemotePosts remote) {
    this.needs = needs;
    this.polls = polls;
    this.remote = remote;
  }

  void handle() {
    needs.jobs().handle(END, About.class, this::end);
    needs.jobs().handle(COUNTS, About.class, this::sendCounts);
  }

  private void end(About job) {
    Optional<Post> post = needs.database().read(db -> posts.byId(db, job.post()));
    // The last counts of others are asked for, so that people see the real outcome.
    post.filter(one -> !one.local()).ifPresent(remote::refresh);
    post.ifPresent(one -> needs.database().run(tx -> polls.end(tx, one)));
  }

  private void sendCounts(About job) {
    needs
        .database()
        .run(tx -> {
          if (!store.markUpdateDue(tx, job.post(), false)) return;
          posts.byId(tx, job.post()).ifPresent(post -> tx.announce(new PollCounted(post)));
        });
  }
}
