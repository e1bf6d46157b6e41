package social.parley.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.search.PostQuery.Condition;
import social.parley.search.PostQuery.Place;
import social.parley.search.PostQuery.Wanted;
import social.parley.text.Hashtag;

/**
 * Reads what people type: words, {@code "phrases"}, {@code -without}, {@code #tags} and operators
 * such as {@code from:ada has:image before:2026-01-31}. What is no operator is a word.
 */
final class QueryReader {
  private static final Pattern PART =
      Pattern.compile("(-?)(?:([a-zA-Z]+):(?:\"([^\"]*)\"|(\\S+))|\"([^\"]*)\"?|(\\S+))");

  private static final int MOST_PARTS = 32;

  private final Function<String, Optional<ActorId>> people;
  private final List<Wanted> texts = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private @Nullable Instant from;
  private @Nullable Instant until;
  private Place place = Place.ALL;

  private QueryReader(Function<String, Optional<ActorId>> people) {
    this.people = people;
  }

  /** Reads a query; {@code people} knows whom a name after {@code from:} means. */
  static PostQuery read(String text, Function<String, Optional<ActorId>> people) {
    QueryReader reader = new QueryReader(people);
    Matcher part = PART.matcher(text);
    for (int i = 0; i < MOST_PARTS && part.find(); i++) reader.take(part);
    return new PostQuery(reader.texts, reader.conditions, reader.from, reader.until, reader.place);
  }

  private void take(Matcher part) {
    boolean without = !part.group(1).isEmpty();
    if (part.group(2) != null) {
      String value = part.group(3) == null ? part.group(4) : part.group(3);
      if (!operator(part.group(2).toLowerCase(Locale.ROOT), value, without))
        text(part.group(2) + ":" + value, without);
    } else if (part.group(5) != null) text(part.group(5), without);
    else word(part.group(6), without);
  }

  private void word(String word, boolean without) {
    boolean tag = word.length() > 1 && (word.startsWith("#") || word.startsWith("＃"));
    if (tag) conditions.add(new Condition.Tagged(Hashtag.normalise(word.substring(1)), without));
    else text(word, without);
  }

  private void text(String text, boolean without) {
    if (!text.isBlank()) texts.add(new Wanted(text, without));
  }

  private boolean operator(String name, String value, boolean without) {
    String word = value.toLowerCase(Locale.ROOT);
    switch (name) {
      case "from" -> conditions.add(new Condition.By(people.apply(value).orElse(null), without));
      case "has" -> conditions.add(new Condition.Has(word, without));
      case "is" -> conditions.add(new Condition.Is(word, without));
      case "language", "lang" -> conditions.add(new Condition.Language(primary(word), without));
      case "in" -> {
        return place(word);
      }
      case "before", "after", "during" -> {
        return time(name, value);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static String primary(String language) {
    return language.split("-", 2)[0];
  }

  private boolean place(String word) {
    for (Place one : Place.values())
      if (one.name().equalsIgnoreCase(word)) {
        place = one;
        return true;
      }
    return false;
  }

  /** A day, a month or a year, in UTC. */
  private boolean time(String name, String value) {
    Optional<Instant[]> span = span(value);
    if (span.isEmpty()) return false;
    Instant start = span.get()[0];
    Instant end = span.get()[1];
    if (!name.equals("before")) from = later(from, name.equals("after") ? end : start);
    if (!name.equals("after")) until = earlier(until, name.equals("before") ? start : end);
    return true;
  }

  private static Instant later(@Nullable Instant one, Instant other) {
    return one == null || one.isBefore(other) ? other : one;
  }

  private static Instant earlier(@Nullable Instant one, Instant other) {
    return one == null || one.isAfter(other) ? other : one;
  }

  private static Optional<Instant[]> span(String value) {
    try {
      LocalDate first;
      LocalDate next;
      switch (value.length()) {
        case 4 -> {
          first = Year.parse(value).atDay(1);
          next = first.plusYears(1);
        }
        case 7 -> {
          first = YearMonth.parse(value).atDay(1);
          next = first.plusMonths(1);
        }
        default -> {
          first = LocalDate.parse(value);
          next = first.plusDays(1);
        }
      }
      return Optional.of(new Instant[] {start(first), start(next)});
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
