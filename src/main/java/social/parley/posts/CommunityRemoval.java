package social.parley.posts;

import java.util.List;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Takes out of a community, bit by bit, what somebody wrote whom its moderators threw out. */
final class CommunityRemoval {
  private static final String REMOVE = "remove-from-community";
  private static final int AT_ONCE = 100;

  private final Posts.Needs needs;
  private final GroupDeeds deeds;

  /** A job that goes on after the post with this id. */
  record Job(ActorId community, ActorId author, long after) {}

  CommunityRemoval(Posts.Needs needs, GroupDeeds deeds) {
    this.needs = needs;
    this.deeds = deeds;
    needs.jobs().handle(REMOVE, Job.class, job -> needs.database().run(tx -> some(tx, job)));
  }

  void begin(Tx tx, ActorId community, ActorId author) {
    needs.jobs().enqueue(tx, REMOVE, new Job(community, author, 0));
  }

  private void some(Tx tx, Job job) {
    List<Post> posts = posts(tx, job);
    for (Post post : posts) deeds.remove(tx, job.community(), post);
    if (posts.size() == AT_ONCE) {
      long last = posts.getLast().id().value();
      needs.jobs().enqueue(tx, REMOVE, new Job(job.community(), job.author(), last));
    }
  }

  private static List<Post> posts(Reading db, Job job) {
    return db.query(
            """
            SELECT * FROM posts WHERE author_id = :author AND community = :community
              AND boost_of IS NULL AND id > :after ORDER BY id LIMIT :most\
            """)
        .bind("author", job.author())
        .bind("community", job.community())
        .bind("after", new PostId(job.after()))
        .bind("most", AT_ONCE)
        .map(PostRows.MAPPER)
        .list();
  }
}
