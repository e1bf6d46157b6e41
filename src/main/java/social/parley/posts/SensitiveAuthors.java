package social.parley.posts;

import java.util.List;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * Authors all of whose files are shown behind a warning, by decision of others; what is marked for
 * that reason alone is unmarked again when the decision is taken back.
 */
final class SensitiveAuthors {
  private static final String MARK = "mark-sensitive";
  private static final int AT_ONCE = 100;

  private final Posts.Needs needs;

  /** A job that marks or unmarks what somebody has posted. */
  record Mark(ActorId author, boolean sensitive) {}

  SensitiveAuthors(Posts.Needs needs) {
    this.needs = needs;
  }

  void handle() {
    needs.jobs().handle(MARK, Mark.class, job -> needs.database().run(tx -> some(tx, job)));
  }

  void set(Tx tx, ActorId author, boolean sensitive) {
    if (sensitive)
      tx.update("INSERT INTO sensitive_authors (actor_id) VALUES (:author) ON CONFLICT DO NOTHING")
          .bind("author", author)
          .execute();
    else
      tx.update("DELETE FROM sensitive_authors WHERE actor_id = :author")
          .bind("author", author)
          .execute();
    needs.jobs().enqueue(tx, MARK, new Mark(author, sensitive));
  }

  static boolean contains(Reading db, ActorId author) {
    return db.query("SELECT actor_id FROM sensitive_authors WHERE actor_id = :author")
        .bind("author", author)
        .mapTo(ActorId.class)
        .findOne()
        .isPresent();
  }

  /** Marks a post that is about to be stored or has just been changed. */
  static Post marked(Tx tx, Post post) {
    if (post.sensitive() || !post.hasMedia() || !contains(tx, post.author())) return post;
    return PostChange.of(post).warning(post.warning(), true).build();
  }

  /** Remembers why a post is marked, once it is stored. */
  static void remember(Tx tx, PostId post, ActorId author) {
    tx.update(
            """
            INSERT INTO sensitive_by_force (post_id, author_id) VALUES (:post, :author)
            ON CONFLICT DO NOTHING\
            """)
        .bind("post", post)
        .bind("author", author)
        .execute();
  }

  private void some(Tx tx, Mark job) {
    // Decided otherwise meanwhile.
    if (contains(tx, job.author()) != job.sensitive()) return;
    List<PostId> posts = job.sensitive() ? unmarked(tx, job.author()) : forced(tx, job.author());
    for (PostId post : posts) {
      tx.update("UPDATE posts SET sensitive = :sensitive WHERE id = :id")
          .bind("sensitive", job.sensitive())
          .bind("id", post)
          .execute();
      if (job.sensitive()) remember(tx, post, job.author());
      else
        tx.update("DELETE FROM sensitive_by_force WHERE post_id = :post")
            .bind("post", post)
            .execute();
      tx.announce(new PostTouched(post));
    }
    if (posts.size() == AT_ONCE) needs.jobs().enqueue(tx, MARK, job);
  }

  private static List<PostId> unmarked(Reading db, ActorId author) {
    return db.query(
            """
            SELECT id FROM posts
            WHERE author_id = :author AND has_media AND NOT sensitive ORDER BY id DESC LIMIT :most\
            """)
        .bind("author", author)
        .bind("most", AT_ONCE)
        .mapTo(PostId.class)
        .list();
  }

  private static List<PostId> forced(Reading db, ActorId author) {
    return db.query(
            """
            SELECT post_id FROM sensitive_by_force
            WHERE author_id = :author ORDER BY post_id DESC LIMIT :most\
            """)
        .bind("author", author)
        .bind("most", AT_ONCE)
        .mapTo(PostId.class)
        .list();
  }
}
