package social.parley.filters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.core.PostId;

/** A person's filters, ready to be held against posts. */
public final class ActiveFilters {
  static final ActiveFilters NONE = new ActiveFilters(List.of());

  private final List<Ready> all;

  private record Ready(Filter filter, @Nullable Pattern words, Set<PostId> posts) {}

  private ActiveFilters(List<Ready> all) {
    this.all = all;
  }

  static ActiveFilters of(List<Filter> filters) {
    List<Ready> ready = new ArrayList<>();
    for (Filter filter : filters) {
      Set<PostId> posts = new HashSet<>();
      for (FilteredPost post : filter.posts()) posts.add(post.postId());
      Pattern words = filter.keywords().isEmpty() ? null : WordPattern.of(filter.keywords());
      if (words != null || !posts.isEmpty()) ready.add(new Ready(filter, words, posts));
    }
    return ready.isEmpty() ? NONE : new ActiveFilters(List.copyOf(ready));
  }

  /** Whether there is nothing to look for. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** About how many bytes they take. */
  int weight() {
    int weight = 64;
    for (Ready one : all) {
      weight += 512 + 64 * one.posts().size();
      for (FilterKeyword word : one.filter().keywords()) weight += 64 + 8 * word.keyword().length();
    }
    return weight;
  }

  /**
   * What a post runs into there (null: anywhere), known by these ids; its text is asked for only if
   * words count.
   */
  public List<FilterMatch> match(
      Instant now, @Nullable FilterContext where, Collection<PostId> ids, Supplier<String> text) {
    List<FilterMatch> matches = new ArrayList<>();
    String read = null;
    for (Ready one : all) {
      if (!one.filter().counts(now, where)) continue;
      List<PostId> posts = ids.stream().filter(one.posts()::contains).toList();
      List<String> words = List.of();
      if (one.words() != null) {
        if (read == null) read = WordPattern.normal(text.get());
        Matcher matcher = one.words().matcher(read);
        if (matcher.find()) words = List.of(matcher.group());
      }
      if (!posts.isEmpty() || !words.isEmpty())
        matches.add(new FilterMatch(one.filter(), words, posts));
    }
    return matches;
  }
}
