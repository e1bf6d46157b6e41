package social.parley.reactions;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** Posts that people keep for themselves; nobody else learns of it. */
public final class Bookmarks {
  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Posts posts;
  private final ReactionStore store = ReactionStore.bookmarks();

  public Bookmarks(Database database, Ids ids, Clock clock, Posts posts) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.posts = posts;
  }

  /** Keeps a post; of a boost, the original. */
  public void bookmark(ActorId me, PostId id) {
    database.run(tx -> {
      Post post =
          posts
              .byId(tx, id)
              .filter(one -> posts.visibility().canSee(tx, me, one))
              .orElseThrow(Refused.NotFound::new);
      PostId original = post.boostOf() == null ? post.id() : post.boostOf();
      if (store.insert(tx, new ReactionStore.Row(ids.next(), me, original), clock.instant()))
        tx.announce(new Bookmarked(me, original, true));
    });
  }

  /** Keeps a post no longer. */
  public void unbookmark(ActorId me, PostId id) {
    database.run(tx -> {
      if (store.delete(tx, me, id)) tx.announce(new Bookmarked(me, id, false));
    });
  }

  /** Those of the posts that somebody keeps. */
  public Set<PostId> of(Reading db, ActorId actor, Collection<PostId> among) {
    return store.of(db, actor, among);
  }

  /** What somebody keeps, the latest first. */
  public Page<PostId> page(ActorId actor, Cursor cursor) {
    return database.read(db -> store.byActor(db, actor, cursor));
  }
}
