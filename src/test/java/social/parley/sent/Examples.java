package social.parley.sent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.parley.jsonld.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The examples in FEDERATION.md: each stands under a comment that names its approved file. */
final class Examples {
  private static final Path PAGE = Path.of("FEDERATION.md");
  private static final int WIDTH = 150;
  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- ([a-z-]+) -->\n```json\n(.*?)\n```", Pattern.DOTALL);

  private Examples() {}

  static String text() {
    try {
      return Files.readString(PAGE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The examples by their names. */
  static Map<String, JsonNode> all() {
    Map<String, JsonNode> examples = new LinkedHashMap<>();
    Matcher matcher = EXAMPLE.matcher(text());
    while (matcher.find()) examples.put(matcher.group(1), Json.parse(matcher.group(2)));
    return examples;
  }

  /** Puts the approved files in their places. */
  static void approve() {
    Map<String, ObjectNode> golden = Golden.all();
    try {
      Files.writeString(
          PAGE,
          EXAMPLE
              .matcher(text())
              .replaceAll(one -> Matcher.quoteReplacement(example(golden, one))));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String example(Map<String, ObjectNode> golden, MatchResult place) {
    ObjectNode document = golden.get(place.group(1));
    if (document == null) throw new AssertionError("no approved file " + place.group(1));
    return "<!-- %s -->\n```json\n%s\n```".formatted(place.group(1), wrapped(document));
  }

  /** In lines that are filled and broken between members only. */
  static String wrapped(JsonNode document) {
    String flat = document.toString();
    StringBuilder out = new StringBuilder();
    int depth = 0;
    int column = 0;
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < flat.length(); i++) {
      char sign = flat.charAt(i);
      if (sign == '\\') i++;
      else if (sign == '"') quoted = !quoted;
      if (quoted) continue;
      boolean last = i == flat.length() - 1;
      if (sign != ',' && !last) continue;
      String member = flat.substring(start, i + 1);
      if (column > 0 && column + 1 + member.length() > WIDTH) {
        out.append('\n').repeat(' ', depth);
        column = depth;
      } else if (column > 0) {
        out.append(' ');
        column++;
      }
      out.append(member);
      column += member.length();
      depth += nesting(member);
      start = i + 1;
    }
    return out.toString();
  }

  private static int nesting(String member) {
    int nesting = 0;
    boolean quoted = false;
    for (int i = 0; i < member.length(); i++) {
      char sign = member.charAt(i);
      if (sign == '\\') i++;
      else if (sign == '"') quoted = !quoted;
      else if (!quoted && (sign == '{' || sign == '[')) nesting++;
      else if (!quoted && (sign == '}' || sign == ']')) nesting--;
    }
    return nesting;
  }
}
