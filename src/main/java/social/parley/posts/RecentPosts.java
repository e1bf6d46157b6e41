package social.parley.posts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import social.parley.core.PostId;
import social.parley.media.Media;
import social.parley.media.MediaFile;
import social.parley.storage.Database;
import social.parley.storage.ReadCache;
import social.parley.storage.Tx;

/**
 * Posts, their polls and files, that are read much, kept at hand. As long as a post does not
 * change, the very same object is given, so that what is made from it can be kept beside it.
 */
final class RecentPosts {
  private static final long MOST_BYTES = 24 << 20;
  private static final long MOST_POLL_BYTES = 2 << 20;
  private static final long MOST_MEDIA_BYTES = 8 << 20;

  private final Database database;
  private final Media files;
  private final PostStore store = new PostStore();
  private final PollStore pollStore = new PollStore();
  private final ReadCache<PostId, Post> posts =
      new ReadCache<>(MOST_BYTES, (_, post) -> weight(post));
  private final ReadCache<PostId, Poll> polls =
      new ReadCache<>(MOST_POLL_BYTES, (_, poll) -> 200 + 100 * poll.options().size());

  private final ReadCache<PostId, List<MediaFile>> media =
      new ReadCache<>(MOST_MEDIA_BYTES, (_, files) -> 700 * files.size());

  RecentPosts(Database database, Media files) {
    this.database = database;
    this.files = files;
  }

  Map<PostId, Post> posts(Collection<PostId> ids) {
    return posts.all(ids, missing -> database.read(db -> store.byIds(db, missing)));
  }

  Map<PostId, Poll> polls(List<PostId> ids) {
    return polls.all(ids, missing -> database.read(db -> pollStore.of(db, missing)));
  }

  Map<PostId, List<MediaFile>> media(List<PostId> ids) {
    return media.all(ids, missing -> database.read(db -> files.ofPosts(db, missing)));
  }

  void drop(Tx tx, PostId id) {
    media.drop(tx, id);
    polls.drop(tx, id);
    // Last, so that what is made from the new post is made with the new rest.
    posts.drop(tx, id);
  }

  private static int weight(Post post) {
    String source = post.source();
    return 1000 + 2 * post.html().length() + (source == null ? 0 : 2 * source.length());
  }
}
