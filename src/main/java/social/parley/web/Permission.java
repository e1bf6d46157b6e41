package social.parley.web;

import java.util.ArrayList;
import java.util.List;
import social.parley.accounts.Scopes;

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

  /** Posts are called statuses in scopes, and nowhere else. */
  private static String named(String part) {
    return part.equals("statuses") ? "posts" : part.replace('_', ' ').replace(':', ' ');
  }
}
