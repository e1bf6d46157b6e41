package social.parley.accounts;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be a local person's name. */
final class Username {
  static final int LONGEST = 30;
  private static final Pattern FORMAT =
      Pattern.compile("[a-z0-9_]+(?:[.-][a-z0-9_]+)*", Pattern.CASE_INSENSITIVE);

  /** Names that would pass for the server, its staff or everybody. */
  private static final Set<String> RESERVED =
      Set.of(
          "abuse",
          "account",
          "accounts",
          "actor",
          "admin",
          "administration",
          "administrator",
          "all",
          "anonymous",
          "api",
          "channel",
          "contact",
          "everyone",
          "followers",
          "help",
          "helpdesk",
          "here",
          "hostmaster",
          "info",
          "instance",
          "mailer-daemon",
          "mod",
          "moderation",
          "moderator",
          "moderators",
          "nobody",
          "noreply",
          "no-reply",
          "null",
          "official",
          "owner",
          "parley",
          "postmaster",
          "root",
          "security",
          "server",
          "staff",
          "support",
          "sysadmin",
          "system",
          "undefined",
          "webmaster");

  private Username() {}

  static boolean isValid(String text) {
    // Matching a longer text could need more stack than there is.
    return text.length() <= LONGEST && FORMAT.matcher(text).matches();
  }

  static boolean isReserved(String text) {
    return RESERVED.contains(text.toLowerCase(Locale.ROOT));
  }
}
