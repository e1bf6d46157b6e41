package social.parley.core;

import java.util.Locale;
import java.util.Optional;

/** Finds a constant by its word, which is its name in letters of either case. */
public final class Choice {
  private Choice() {}

  /** The constant that a word names; empty for words that name none. */
  public static <E extends Enum<E>> Optional<E> of(Class<E> kind, String word) {
    String name = word.toUpperCase(Locale.ROOT);
    for (E one : kind.getEnumConstants()) if (one.name().equals(name)) return Optional.of(one);
    return Optional.empty();
  }
}
