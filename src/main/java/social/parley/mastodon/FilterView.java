package social.parley.mastodon;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.filters.ActiveFilters;
import social.parley.filters.FilterContext;
import social.parley.filters.FilterMatch;
import social.parley.filters.Filters;
import social.parley.filters.PostWords;
import social.parley.mastodon.StatusRendering.Shown;
import social.parley.media.MediaFile;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.posts.Posts;

/** Which of the reader's filters the posts of a page run into. */
final class FilterView {
  private final Filters filters;
  private final Posts posts;
  private final Clock clock;

  FilterView(Filters filters, Posts posts, Clock clock) {
    this.filters = filters;
    this.posts = posts;
    this.clock = clock;
  }

  /**
   * By post; a boost runs into what its post runs into, and into filters that hold it itself.
   * Without a context all filters count, as nobody knows where the post will be shown.
   */
  Map<PostId, List<FilterJson.Result>> of(
      @Nullable ActorId reader, Collection<Shown> page, @Nullable FilterContext where) {
    ActiveFilters active = reader == null ? null : filters.active(reader);
    if (active == null || active.isEmpty()) return Map.of();
    Instant now = clock.instant();
    Map<PostId, String> texts = words(page);
    Map<PostId, List<FilterJson.Result>> results = new HashMap<>();
    for (Shown shown : page) {
      PostId id = shown.post().id();
      PostId content = shown.content().id();
      List<PostId> ids = id.equals(content) ? List.of(id) : List.of(id, content);
      List<FilterMatch> matches =
          active.match(now, where, ids, () -> Objects.requireNonNull(texts.get(content)));
      if (!matches.isEmpty()) results.put(id, matches.stream().map(FilterJson::result).toList());
    }
    return results;
  }

  private Map<PostId, String> words(Collection<Shown> page) {
    Map<PostId, Post> contents = new HashMap<>();
    for (Shown shown : page) contents.put(shown.content().id(), shown.content());
    Map<PostId, Poll> polls =
        posts.pollsOf(contents.values().stream().filter(Post::hasPoll).map(Post::id).toList());
    Map<PostId, List<MediaFile>> media =
        posts.mediaOf(contents.values().stream().filter(Post::hasMedia).map(Post::id).toList());
    Map<PostId, String> texts = new HashMap<>();
    contents.forEach((id, post) ->
        texts.put(id, PostWords.of(post, polls.get(id), media.getOrDefault(id, List.of()))));
    return texts;
  }
}
