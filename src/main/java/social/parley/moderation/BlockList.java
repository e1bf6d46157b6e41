package social.parley.moderation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.Choice;
import social.parley.core.Refused;

/** Lists of blocked domains as Mastodon exports them: CSV, the names of its columns first. */
public final class BlockList {
  private BlockList() {}

  /** One domain, and what its block is to say. */
  public record Line(String domain, BlockDraft draft) {}

  /** Reads such a list; a file without names has one domain a line, each suspended. */
  public static List<Line> read(String csv) {
    List<List<String>> rows = rows(csv);
    Map<String, Integer> columns = new HashMap<>();
    boolean named = !rows.isEmpty() && rows.getFirst().getFirst().startsWith("#");
    if (named)
      for (int i = 0; i < rows.getFirst().size(); i++)
        columns.put(rows.getFirst().get(i).replace("#", "").strip(), i);
    List<Line> lines = new ArrayList<>();
    for (List<String> row : named ? rows.subList(1, rows.size()) : rows)
      lines.add(line(row, columns));
    return lines;
  }

  private static Line line(List<String> row, Map<String, Integer> columns) {
    String severity = value(row, columns.get("severity"));
    String comment = value(row, columns.get("public_comment"));
    return new Line(
        DomainName.read(row.get(columns.getOrDefault("domain", 0))),
        new BlockDraft(
            severity.isEmpty() ? Severity.SUSPEND : severity(severity),
            isTrue(value(row, columns.get("reject_media"))),
            isTrue(value(row, columns.get("reject_reports"))),
            null,
            comment.isEmpty() ? null : comment,
            isTrue(value(row, columns.get("obfuscate")))));
  }

  private static String value(List<String> row, @Nullable Integer column) {
    return column == null || column >= row.size() ? "" : row.get(column).strip();
  }

  private static boolean isTrue(String text) {
    return text.equalsIgnoreCase("true");
  }

  private static Severity severity(String word) {
    return Choice.of(Severity.class, word)
        .orElseThrow(() -> new Refused.Invalid("severity", "'" + word + "' is not a severity"));
  }

  /** Values are parted by commas; one in quotes may hold commas, line ends and doubled quotes. */
  private static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        value.append(c);
        i++;
      } else if (c == '"') quoted = !quoted;
      else if (!quoted && c == ',') row.add(taken(value));
      else if (!quoted && c == '\n') end(rows, row, value);
      else if (quoted || c != '\r') value.append(c);
    }
    end(rows, row, value);
    return rows;
  }

  private static String taken(StringBuilder value) {
    String text = value.toString();
    value.setLength(0);
    return text;
  }

  private static void end(List<List<String>> rows, List<String> row, StringBuilder value) {
    row.add(taken(value));
    if (row.size() > 1 || !row.getFirst().isBlank()) rows.add(List.copyOf(row));
    row.clear();
  }
}
