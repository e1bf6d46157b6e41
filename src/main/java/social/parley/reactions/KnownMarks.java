package social.parley.reactions;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import social.parley.core.PostId;
import social.parley.posts.Post;

/**
 * What one person has done with some posts; with most, nothing, so that only their ids are kept, in
 * rising order.
 */
record KnownMarks(
    long[] posts, Map<PostId, Mark> marks, Set<PostId> pins, Set<PostId> mutedThreads) {
  /** Of no post. */
  static final KnownMarks NONE = new KnownMarks(new long[0], Map.of(), Set.of(), Set.of());

  private static final int MOST_POSTS = 4000;

  static KnownMarks of(Collection<PostId> posts, MarkStore.Given given) {
    Map<PostId, Mark> marks = new HashMap<>();
    for (PostId id : posts) {
      Mark mark = mark(id, given);
      if (!mark.equals(Mark.NONE)) marks.put(id, mark);
    }
    long[] ids = posts.stream().mapToLong(PostId::value).sorted().toArray();
    return new KnownMarks(ids, marks, given.pins(), given.mutedThreads());
  }

  private static Mark mark(PostId id, MarkStore.Given given) {
    return new Mark(
        given.favourites().contains(id),
        given.dislikes().contains(id),
        given.boosts().contains(id),
        given.bookmarks().contains(id),
        false,
        false,
        given.votes().getOrDefault(id, List.of()),
        given.reactions().getOrDefault(id, List.of()),
        given.attendances().get(id));
  }

  boolean covers(PostId id) {
    return Arrays.binarySearch(posts, id.value()) >= 0;
  }

  /** The mark of a post that is covered; pins and muted threads are those read last. */
  Mark of(Post post, KnownMarks last) {
    Mark mark = marks.getOrDefault(post.id(), Mark.NONE);
    // The thread of a post may be another one than when its mark was made.
    PostId root = post.threadRoot() == null ? post.id() : post.threadRoot();
    boolean pinned = last.pins.contains(post.id());
    boolean muted = last.mutedThreads.contains(root);
    return pinned || muted ? mark.with(pinned, muted) : mark;
  }

  /** Both, what was read last counting; when there are too many, the latest posts stay. */
  KnownMarks with(KnownMarks more) {
    long[] all =
        LongStream.concat(Arrays.stream(posts), Arrays.stream(more.posts))
            .sorted()
            .distinct()
            .toArray();
    long[] kept =
        all.length > MOST_POSTS ? Arrays.copyOfRange(all, MOST_POSTS / 2, all.length) : all;
    Map<PostId, Mark> both = new HashMap<>(marks);
    both.putAll(more.marks);
    both.keySet().removeIf(id -> id.value() < kept[0]);
    return new KnownMarks(kept, both, more.pins, more.mutedThreads);
  }
}
