package social.parley.core;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A fediverse address: user and domain as written in {@code @user@domain}; the domain is lower case
 * and in its ASCII form.
 */
public record Handle(String user, String domain) {
  private static final Pattern USER =
      Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}_.~:-]{0,126})");
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9._-]{0,250}[a-z0-9])?(:[0-9]{1,5})?");

  public Handle {
    if (!USER.matcher(user).matches() || !DOMAIN.matcher(domain).matches())
      throw new IllegalArgumentException("not a handle");
  }

  /** Reads {@code user@domain}, {@code @user@domain} or {@code acct:user@domain}. */
  public static Optional<Handle> parse(String text) {
    String bare = text.strip();
    if (bare.regionMatches(true, 0, "acct:", 0, 5)) bare = bare.substring(5);
    if (bare.startsWith("@")) bare = bare.substring(1);
    int at = bare.lastIndexOf('@');
    if (at < 1) return Optional.empty();
    try {
      return Optional.of(new Handle(bare.substring(0, at), ascii(bare.substring(at + 1))));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /** The ASCII, lower-case form of a domain name (RFC 5891). */
  public static String ascii(String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) if (lower.charAt(i) > 0x7f) return IDN.toASCII(lower);
    return lower;
  }

  /** {@code user@domain}, without a leading at sign. */
  @Override
  public String toString() {
    return user + "@" + domain;
  }
}
