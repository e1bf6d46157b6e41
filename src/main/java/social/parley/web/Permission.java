package social.parley.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import social.parley.accounts.Scopes;
import social.parley.words.Words;

/** One thing an app wants to be allowed; the page has the words for each kind. */
public record Permission(Kind kind, List<String> parts) {
  /** What sort of access it is. */
  public enum Kind {
    PROFILE,
    READ,
    WRITE,
    FOLLOW,
    PUSH,
    ADMIN
  }

  static List<Permission> of(Scopes scopes) {
    List<Permission> wishes = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<String> parts = new ArrayList<>();
      boolean whole = false;
      boolean any = false;
      for (String name : scopes.names()) {
        String[] words = name.split(":", 2);
        if (!words[0].equalsIgnoreCase(kind.name())) continue;
        any = true;
        if (words.length == 1) whole = true;
        else parts.add(named(words[1]));
      }
      if (any) wishes.add(new Permission(kind, whole ? List.of() : parts));
    }
    return wishes;
  }

  /** What an app may do, in one line. */
  static String line(Scopes scopes) {
    return Words.now().list(of(scopes).stream().map(Permission::words).toList());
  }

  private String words() {
    String all = Words.say("consent." + kind.name().toLowerCase(Locale.ROOT));
    return parts.isEmpty() ? all : Words.say("consent.parts", all, Words.now().list(parts));
  }

  /** What the scope is for, such as {@code accounts} or, for staff, {@code read:domain_blocks}. */
  private static String named(String part) {
    if (part.equals("read") || part.equals("write")) return kind(part);
    int colon = part.indexOf(':');
    String thing = Words.say("scope." + part.substring(colon + 1));
    return colon < 0 ? thing : Words.say("scope.with", kind(part.substring(0, colon)), thing);
  }

  private static String kind(String word) {
    return Words.say("scope.kind." + word);
  }
}
