package social.parley.accounts;

import java.util.Locale;
import java.util.regex.Pattern;

/** What can be an e-mail address: one that mail servers on the internet would carry. */
final class EmailAddress {
  private static final int LONGEST = 254;
  private static final Pattern FORMAT =
      Pattern.compile(
          "[^\\s@<>()\\[\\],;:\\\\\"\\p{Cntrl}]{1,64}"
              + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");

  private EmailAddress() {}

  static boolean isValid(String text) {
    return text.length() <= LONGEST
        && FORMAT.matcher(text).matches()
        && !text.startsWith(".")
        && !text.contains("..")
        && !text.contains(".@");
  }

  /** Equal for addresses that reach the same person. */
  static String key(String address) {
    return address.toLowerCase(Locale.ROOT);
  }
}
