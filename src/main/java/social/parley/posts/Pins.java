package social.parley.posts;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The posts that people keep at the top of their profile. */
final class Pins {
  static final int MOST = 5;

  private final Posts.Needs needs;
  private final PostStore posts = new PostStore();

  Pins(Posts.Needs needs) {
    this.needs = needs;
  }

  void pin(ActorId me, PostId id) {
    needs
        .database()
        .run(tx -> {
          Post post = posts.byId(tx, id).orElseThrow(Refused.NotFound::new);
          if (!post.author().equals(me) || post.isBoost())
            throw refused("Someone else's post cannot be pinned");
          if (post.reach() == Reach.MENTIONED)
            throw refused("Posts that are only visible to mentioned users cannot be pinned");
          Set<PostId> pinned = Set.copyOf(of(tx, me));
          if (pinned.contains(id)) return;
          if (pinned.size() >= MOST)
            throw refused("You have already pinned the maximum number of posts");
          add(tx, me, id);
          tx.announce(new PinChanged(post, true));
        });
  }

  void unpin(ActorId me, PostId id) {
    needs
        .database()
        .run(tx -> {
          Post post = posts.byId(tx, id).orElseThrow(Refused.NotFound::new);
          if (remove(tx, me, id)) tx.announce(new PinChanged(post, false));
        });
  }

  private static Refused.Invalid refused(String why) {
    return new Refused.Invalid("base", why);
  }

  /** What somebody elsewhere pins, if it is theirs. */
  void addOwn(Tx tx, ActorId actor, Post post) {
    if (post.author().equals(actor) && !post.isBoost()) add(tx, actor, post.id());
  }

  void add(Tx tx, ActorId actor, PostId post) {
    Instant now = needs.clock().instant();
    tx.update(
            """
            INSERT INTO pins (actor_id, post_id, pinned_at) VALUES (:actor, :post, :now)
            ON CONFLICT DO NOTHING\
            """)
        .bind("actor", actor)
        .bind("post", post)
        .bind("now", now)
        .execute();
    tx.announce(new MarksChanged(actor));
  }

  boolean remove(Tx tx, ActorId actor, PostId post) {
    int removed =
        tx.update("DELETE FROM pins WHERE actor_id = :actor AND post_id = :post")
            .bind("actor", actor)
            .bind("post", post)
            .execute();
    if (removed > 0) tx.announce(new MarksChanged(actor));
    return removed > 0;
  }

  /** The latest pinned first. */
  List<PostId> of(Reading db, ActorId actor) {
    return db.query(
            """
            SELECT post_id FROM pins WHERE actor_id = :actor
            ORDER BY pinned_at DESC, post_id DESC LIMIT 50\
            """)
        .bind("actor", actor)
        .mapTo(PostId.class)
        .list();
  }
}
