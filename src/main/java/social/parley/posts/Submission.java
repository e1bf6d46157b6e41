package social.parley.posts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.parley.core.Handle;

/** What somebody types for a community: its first line is the title, the rest the text. */
record Submission(String title, String text) {
  private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+");

  /** The title is empty when there are no words but the community's name. */
  static Submission of(String typed, Handle community) {
    Pattern name =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}@!/])[@!]"
                + Pattern.quote(community.toString())
                + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);
    String rest = typed;
    while (!rest.isEmpty()) {
      int end = rest.indexOf('\n');
      String line = end < 0 ? rest : rest.substring(0, end);
      rest = end < 0 ? "" : rest.substring(end + 1);
      Matcher named = name.matcher(line);
      String title = HEADING.matcher(named.replaceAll("").strip()).replaceFirst("").strip();
      if (!title.isEmpty()) return new Submission(title, rest.strip());
    }
    return new Submission("", "");
  }
}
