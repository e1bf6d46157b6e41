package social.parley.mastodon;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.filters.Filter;
import social.parley.filters.FilterContext;
import social.parley.filters.FilterKeyword;
import social.parley.filters.FilterMatch;
import social.parley.filters.FilteredPost;

/** The Filter entity without what it holds, as it stands at a post, and what belongs to it. */
public record FilterJson(
    String id,
    String title,
    List<String> context,
    @Nullable String expiresAt,
    String filterAction) {

  /** The Filter entity as its owner reads it. */
  public record Full(
      String id,
      String title,
      List<String> context,
      @Nullable String expiresAt,
      String filterAction,
      List<Keyword> keywords,
      List<Status> statuses) {}

  /** The FilterKeyword entity. */
  public record Keyword(String id, String keyword, boolean wholeWord) {}

  /** The FilterStatus entity. */
  public record Status(String id, String statusId) {}

  /** The FilterResult entity. */
  public record Result(
      FilterJson filter,
      @Nullable List<String> keywordMatches,
      @Nullable List<String> statusMatches) {}

  /** The Filter entity of the old API: one keyword. */
  public record Old(
      String id,
      String phrase,
      List<String> context,
      boolean wholeWord,
      @Nullable String expiresAt,
      boolean irreversible) {}

  public static Full full(Filter filter) {
    return new Full(
        Long.toString(filter.id()),
        filter.title(),
        contexts(filter.contexts()),
        expiry(filter),
        action(filter),
        filter.keywords().stream().map(FilterJson::keyword).toList(),
        filter.posts().stream().map(FilterJson::status).toList());
  }

  public static Keyword keyword(FilterKeyword keyword) {
    return new Keyword(Long.toString(keyword.id()), keyword.keyword(), keyword.wholeWord());
  }

  public static Status status(FilteredPost post) {
    return new Status(Long.toString(post.id()), post.postId().toString());
  }

  public static Result result(FilterMatch match) {
    Filter filter = match.filter();
    return new Result(
        new FilterJson(
            Long.toString(filter.id()),
            filter.title(),
            contexts(filter.contexts()),
            expiry(filter),
            action(filter)),
        match.words().isEmpty() ? null : match.words(),
        match.posts().isEmpty() ? null : match.posts().stream().map(Object::toString).toList());
  }

  public static List<String> contexts(Set<FilterContext> contexts) {
    return contexts.stream()
        .sorted(Comparator.naturalOrder())
        .map(context -> context.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  public static @Nullable String expiry(Filter filter) {
    Instant expires = filter.expiresAt();
    return expires == null ? null : ApiDates.of(expires);
  }

  private static String action(Filter filter) {
    return filter.action().name().toLowerCase(Locale.ROOT);
  }
}
