package social.parley.translations;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which languages can be translated into which, by their codes in lower case. */
public record Languages(Map<String, Set<String>> targets) {
  /** Stands for texts whose language nobody has named. */
  public static final String UNKNOWN = "und";

  static final Languages NONE = new Languages(Map.of());

  /** With everything that can be reached from anywhere reachable from texts without a language. */
  static Languages of(Map<String, ? extends Collection<String>> pairs) {
    SortedMap<String, Set<String>> targets = new TreeMap<>();
    Set<String> all = new TreeSet<>();
    pairs.forEach((from, to) -> {
      Set<String> others = new TreeSet<>();
      for (String one : to) if (!code(one).equals(code(from))) others.add(code(one));
      targets.put(code(from), others);
      all.addAll(others);
    });
    if (!all.isEmpty()) targets.put(UNKNOWN, all);
    return new Languages(targets);
  }

  static String code(String language) {
    return language.replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /** A pair that the service knows: the language itself, or the one it is a variety of. */
  Optional<Pair> pair(@Nullable String from, String to) {
    String source = from == null ? UNKNOWN : known(targets.keySet(), from);
    if (source == null) return Optional.empty();
    String target = known(targets.getOrDefault(source, Set.of()), to);
    return target == null
        ? Optional.empty()
        : Optional.of(new Pair(source.equals(UNKNOWN) ? null : source, target));
  }

  private static @Nullable String known(Set<String> among, String language) {
    String whole = code(language);
    if (among.contains(whole)) return whole;
    String general = whole.split("-", 2)[0];
    return among.contains(general) ? general : null;
  }

  /** From what into what; null stands for a language that is to be found out. */
  record Pair(@Nullable String from, String to) {}
}
