package social.parley.words;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which message an English refusal is. Features refuse in English, which is what apps are answered
 * in; the sentences of the messages named {@code refused.} are the same.
 */
final class Refusals {
  private static final String PREFIX = "refused.";
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");
  private static final Map<String, String> WHOLE = new HashMap<>();
  private static final List<Sentence> WITH_ARGUMENTS = new ArrayList<>();

  private Refusals() {}

  record Found(String key, Object... given) {}

  private record Sentence(String key, Pattern pattern) {}

  static {
    Dictionary.patterns("en")
        .forEach((key, pattern) -> {
          if (!key.startsWith(PREFIX)) return;
          if (pattern.indexOf('{') < 0) WHOLE.put(pattern, key);
          else WITH_ARGUMENTS.add(new Sentence(key, sentence(pattern)));
        });
    // The one that says more goes first, as another may end or begin like it.
    WITH_ARGUMENTS.sort(comparingInt(one -> -one.pattern().pattern().length()));
  }

  private static Pattern sentence(String pattern) {
    StringBuilder all = new StringBuilder();
    Matcher arguments = ARGUMENT.matcher(pattern);
    int read = 0;
    while (arguments.find()) {
      all.append(Pattern.quote(pattern.substring(read, arguments.start()))).append("(.{1,300}?)");
      read = arguments.end();
    }
    return Pattern.compile(
        all.append(Pattern.quote(pattern.substring(read))).toString(), Pattern.DOTALL);
  }

  static Optional<Found> find(String reason) {
    String key = WHOLE.get(reason);
    if (key != null) return Optional.of(new Found(key));
    for (Sentence sentence : WITH_ARGUMENTS) {
      Matcher fits = sentence.pattern().matcher(reason);
      if (!fits.matches()) continue;
      Object[] given = new Object[fits.groupCount()];
      for (int i = 0; i < given.length; i++) given[i] = value(fits.group(i + 1));
      return Optional.of(new Found(sentence.key(), given));
    }
    return Optional.empty();
  }

  /** A number as one, as its plural may matter. */
  private static Object value(String text) {
    boolean number = text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Long.valueOf(text) : text;
  }
}
