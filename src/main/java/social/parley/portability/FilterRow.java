package social.parley.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.parley.core.Choice;
import social.parley.filters.Filter;
import social.parley.filters.FilterAction;
import social.parley.filters.FilterChange.Word;
import social.parley.filters.FilterContext;
import social.parley.filters.FilterKeyword;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A filter as Mastodon writes it since 4.6 (its pull request 39085). Two are the same that have the
 * same title, do the same and count at the same places.
 */
record FilterRow(
    String title,
    Set<FilterContext> contexts,
    FilterAction action,
    @Nullable Instant expiresAt,
    Set<Word.Added> words,
    Set<String> posts) {
  /** What holds the filters in a file. */
  static final String ALL = "custom_filters";

  private static final int LONGEST_TITLE = 256;
  private static final int LAST_YEAR = 9999;

  FilterRow {
    contexts = Set.copyOf(contexts);
  }

  /** One of somebody's, with the addresses of the posts that it holds. */
  static FilterRow of(Filter filter, List<String> posts) {
    return new FilterRow(
        filter.title(),
        filter.contexts(),
        filter.action(),
        filter.expiresAt(),
        words(filter),
        new LinkedHashSet<>(posts));
  }

  static Set<Word.Added> words(Filter filter) {
    Set<Word.Added> words = new LinkedHashSet<>();
    for (FilterKeyword word : filter.keywords())
      words.add(new Word.Added(word.keyword(), word.wholeWord()));
    return words;
  }

  /** Null when it makes no sense. */
  static @Nullable FilterRow read(JsonNode json) {
    String title = json.path("title").asString("").strip();
    Set<FilterContext> contexts = EnumSet.noneOf(FilterContext.class);
    for (JsonNode one : json.path("context"))
      Choice.of(FilterContext.class, one.asString("")).ifPresent(contexts::add);
    if (!fits(title) || contexts.isEmpty()) return null;
    Set<Word.Added> words = new LinkedHashSet<>();
    for (JsonNode one : json.path("keywords_attributes")) {
      String word = one.path("keyword").asString("").strip();
      if (word.isEmpty() || !isStorable(word)) return null;
      words.add(new Word.Added(word, one.path("whole_word").asBoolean(true)));
    }
    Set<String> posts = new LinkedHashSet<>();
    for (JsonNode one : json.path("statuses")) posts.add(one.asString(""));
    try {
      return new FilterRow(
          title,
          contexts,
          Choice.of(FilterAction.class, json.path("action").asString("")).orElse(FilterAction.WARN),
          end(json.path("expire_at")),
          words,
          posts);
    } catch (DateTimeParseException noTime) {
      return null;
    }
  }

  private static boolean fits(String title) {
    return !title.isEmpty()
        && isStorable(title)
        && title.codePointCount(0, title.length()) <= LONGEST_TITLE;
  }

  /** A half of a pair of surrogates would come back as something else. */
  private static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && new String(text.getBytes(UTF_8), UTF_8).equals(text);
  }

  private static @Nullable Instant end(JsonNode time) {
    String text = time.asString("");
    if (text.isEmpty()) return null;
    OffsetDateTime end = OffsetDateTime.parse(text);
    if (end.getYear() < 0 || end.getYear() > LAST_YEAR)
      throw new DateTimeParseException("is no year of a filter", text, 0);
    return end.toInstant();
  }

  ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("title", title)
            .put("expire_at", expiresAt == null ? null : expiresAt.toString());
    ArrayNode where = json.putArray("context");
    for (FilterContext context : inOrder()) where.add(lower(context));
    json.put("action", lower(action));
    ArrayNode keywords = json.putArray("keywords_attributes");
    for (Word.Added word : words)
      keywords.addObject().put("keyword", word.keyword()).put("whole_word", word.wholeWord());
    ArrayNode statuses = json.putArray("statuses");
    for (String post : posts) statuses.add(post);
    return json;
  }

  private Set<FilterContext> inOrder() {
    Set<FilterContext> all = EnumSet.noneOf(FilterContext.class);
    all.addAll(contexts);
    return all;
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /** What makes it this one; {@link ImportStore} puts the same together of its row. */
  String key() {
    String where = inOrder().stream().map(FilterRow::lower).collect(Collectors.joining(","));
    int length = title.codePointCount(0, title.length());
    return lower(action) + ";" + where + ";" + length + ";" + title;
  }

  /** The title in a {@link #key}. */
  static String title(String key) {
    return key.split(";", 4)[3];
  }

  /** As it is kept with its row: the key first, then all of it but the posts. */
  String detail() {
    return key() + "\n" + new String(Json.write(withPosts(Set.of()).json()), UTF_8);
  }

  static FilterRow ofDetail(String detail) {
    FilterRow row = read(Json.parse(detail.substring(detail.lastIndexOf('\n') + 1)));
    if (row == null) throw new IllegalArgumentException("not a filter");
    return row;
  }

  /** The words and posts of filters with the same key in one, for as long as the longest. */
  static FilterRow joined(List<FilterRow> same) {
    FilterRow first = same.getFirst();
    Set<Word.Added> all = new LinkedHashSet<>();
    Set<String> held = new LinkedHashSet<>();
    Instant end = first.expiresAt;
    for (FilterRow one : same) {
      all.addAll(one.words);
      held.addAll(one.posts);
      end = longer(end, one.expiresAt);
    }
    return new FilterRow(first.title, first.contexts, first.action, end, all, held);
  }

  private static @Nullable Instant longer(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) return null;
    return one.isAfter(other) ? one : other;
  }

  private FilterRow withPosts(Set<String> others) {
    return new FilterRow(title, contexts, action, expiresAt, words, others);
  }
}
