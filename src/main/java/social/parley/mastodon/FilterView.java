package social.parley.mastodon;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.filters.ActiveFilters;
import social.parley.filters.FilterMatch;
import social.parley.filters.Filters;
import social.parley.filters.PostWords;
import social.parley.media.MediaFile;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.storage.Reading;

/** Which of the reader's filters the posts of a page run into. */
final class FilterView {
  private final Filters filters;
  private final Clock clock;

  FilterView(Filters filters, Clock clock) {
    this.filters = filters;
    this.clock = clock;
  }

  /** By post; a boost runs into what its post runs into, and into filters that hold it itself. */
  Map<PostId, List<FilterJson.Result>> of(
      Reading db,
      @Nullable ActorId reader,
      List<Post> posts,
      Map<PostId, Post> boosted,
      Map<PostId, List<MediaFile>> media,
      Map<PostId, Poll> polls) {
    ActiveFilters active = reader == null ? null : filters.active(db, reader);
    if (active == null || active.isEmpty()) return Map.of();
    Instant now = clock.instant();
    Map<PostId, String> texts = new HashMap<>();
    Map<PostId, List<FilterJson.Result>> results = new HashMap<>();
    List<Post> all = new ArrayList<>(posts);
    all.addAll(boosted.values());
    for (Post post : all) {
      PostId original = post.boostOf();
      Post content = original == null ? post : boosted.get(original);
      if (content == null) continue;
      List<PostId> ids = original == null ? List.of(post.id()) : List.of(post.id(), original);
      List<FilterMatch> matches =
          active.match(
              now,
              ids,
              () ->
                  texts.computeIfAbsent(
                      content.id(),
                      id ->
                          PostWords.of(content, polls.get(id), media.getOrDefault(id, List.of()))));
      if (!matches.isEmpty())
        results.put(post.id(), matches.stream().map(FilterJson::result).toList());
    }
    return results;
  }
}
