package social.parley.mastodon.filters;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.Choice;
import social.parley.core.Ids;
import social.parley.core.Refused;
import social.parley.filters.FilterAction;
import social.parley.filters.FilterChange;
import social.parley.filters.FilterChange.Expiry;
import social.parley.filters.FilterChange.Word;
import social.parley.filters.FilterContext;
import social.parley.http.Parameters;

/** Reads what clients send about filters. */
final class FilterReader {
  private static final long LONGEST = Duration.ofDays(36_500).toSeconds();

  private final Clock clock;

  FilterReader(Clock clock) {
    this.clock = clock;
  }

  FilterChange change(Parameters given) {
    return new FilterChange(
        given.text("title"),
        contexts(given),
        action(given.text("filter_action")),
        expiry(given),
        words(given));
  }

  @Nullable Set<FilterContext> contexts(Parameters given) {
    if (!given.has("context")) return null;
    Set<FilterContext> contexts = EnumSet.noneOf(FilterContext.class);
    for (String name : given.texts("context")) {
      if (name.isEmpty()) continue;
      contexts.add(
          Choice.of(FilterContext.class, name)
              .orElseThrow(
                  () -> new Refused.Invalid("context", "None or invalid context supplied")));
    }
    return contexts;
  }

  /** An empty text takes the end away. */
  @Nullable Expiry expiry(Parameters given) {
    if (!given.has("expires_in")) return null;
    Long seconds = given.number("expires_in");
    return new Expiry(
        seconds == null || seconds > LONGEST ? null : clock.instant().plusSeconds(seconds));
  }

  static Word.Added added(Parameters given) {
    return new Word.Added(given.text("keyword", ""), given.flag("whole_word", true));
  }

  static Word.Changed changed(long id, Parameters given) {
    return new Word.Changed(id, given.text("keyword"), given.flag("whole_word"));
  }

  /** The id that a client names; what is no number is an unknown record. */
  static long id(String text) {
    return Ids.parse(text);
  }

  private static List<Word> words(Parameters given) {
    List<Word> words = new ArrayList<>();
    for (Parameters one : given.each("keywords_attributes")) {
      String id = one.text("id", "");
      boolean goes = one.flag("_destroy", false);
      if (id.isEmpty() && !goes) words.add(added(one));
      else if (!id.isEmpty()) words.add(goes ? new Word.Removed(id(id)) : changed(id(id), one));
    }
    return words;
  }

  private static @Nullable FilterAction action(@Nullable String name) {
    if (name == null || name.isEmpty()) return null;
    return Choice.of(FilterAction.class, name)
        .orElseThrow(
            () -> new Refused.Invalid("action", "ERR_INCLUSION", "is not included in the list"));
  }
}
