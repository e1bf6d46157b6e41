package social.parley.mastodon;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.media.Media;
import social.parley.media.MediaFile;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.reactions.Bookmarks;
import social.parley.reactions.EmojiReactions;
import social.parley.reactions.Favourites;
import social.parley.reactions.ReactionCount;
import social.parley.storage.Reading;

/** What belongs to posts but is kept beside them, for many posts at once. */
final class PostParts {
  private final Posts posts;
  private final Media media;
  private final Favourites favourites;
  private final Bookmarks bookmarks;
  private final EmojiReactions reactions;

  /** What one person has done with posts. */
  record Own(
      Set<PostId> favourited,
      Set<PostId> boosted,
      Set<PostId> bookmarked,
      Set<PostId> pinned,
      Set<PostId> muted,
      Map<PostId, List<Integer>> votes) {
    static final Own NOTHING = new Own(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of());
  }

  PostParts(
      Posts posts,
      Media media,
      Favourites favourites,
      Bookmarks bookmarks,
      EmojiReactions reactions) {
    this.posts = posts;
    this.media = media;
    this.favourites = favourites;
    this.bookmarks = bookmarks;
    this.reactions = reactions;
  }

  Map<PostId, Post> posts(Reading db, Collection<PostId> ids) {
    return ids.isEmpty() ? Map.of() : posts.byIds(db, ids);
  }

  Map<PostId, List<MediaFile>> media(Reading db, List<Post> among) {
    List<PostId> ids = among.stream().filter(Post::hasMedia).map(Post::id).toList();
    return ids.isEmpty() ? Map.of() : media.ofPosts(db, ids);
  }

  Map<PostId, Poll> polls(Reading db, List<Post> among) {
    List<PostId> ids = among.stream().filter(Post::hasPoll).map(Post::id).toList();
    return ids.isEmpty() ? Map.of() : posts.polls().of(db, ids);
  }

  Map<PostId, List<ReactionCount>> reactions(
      Reading db, @Nullable ActorId viewer, List<Post> among) {
    return reactions.counts(db, viewer, among.stream().map(Post::id).toList());
  }

  Own own(Reading db, @Nullable ActorId viewer, List<Post> among) {
    if (viewer == null || among.isEmpty()) return Own.NOTHING;
    List<PostId> ids = among.stream().map(Post::id).toList();
    List<PostId> polls = among.stream().filter(Post::hasPoll).map(Post::id).toList();
    List<PostId> mine =
        among.stream().filter(post -> post.author().equals(viewer)).map(Post::id).toList();
    return new Own(
        favourites.of(db, viewer, ids),
        posts.boostedBy(db, viewer, ids),
        bookmarks.of(db, viewer, ids),
        mine.isEmpty() ? Set.of() : posts.pinnedBy(db, viewer, mine),
        posts.mutedBy(db, viewer, among),
        polls.isEmpty() ? Map.of() : posts.polls().votesOf(db, viewer, polls));
  }
}
