package social.parley.mastodon.admin;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.parley.core.Refused;

/** Reads words that stand for one of a few things. */
final class Words {
  private Words() {}

  /** The constant with this name; null when nothing was given. */
  static <E extends Enum<E>> @Nullable E of(Class<E> kind, String field, @Nullable String given) {
    if (given == null || given.isEmpty()) return null;
    for (E one : kind.getEnumConstants()) if (name(one).equals(given)) return one;
    throw new Refused.Invalid(field, "ERR_INCLUSION", "is not included in the list");
  }

  static String name(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
