package social.parley.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is known of documents that are not shown in full, and how all of them fared. */
final class Table {
  /** How a document fared; {@code detail} is what it lacks, or why it was refused. */
  record Line(String fate, String detail) {
    static Line right() {
      return new Line("right", "");
    }
  }

  private record Explained(Line line, String why) {}

  private final Map<String, Explained> explained = read();
  private final Map<String, Map<String, Integer>> platforms = new TreeMap<>();
  private final Set<String> used = new HashSet<>();

  private static Map<String, Explained> read() {
    Map<String, Explained> lines = new HashMap<>();
    try (InputStream file = Table.class.getResourceAsStream("/corpus/explained.tsv")) {
      assertThat(file).isNotNull();
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("#") || line.isBlank()) continue;
        String[] cells = line.split("\t", -1);
        assertThat(cells).as(line).hasSize(4);
        assertThat(cells[3]).as(line).isNotBlank();
        lines.put(cells[0], new Explained(new Line(cells[1], cells[2]), cells[3]));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return lines;
  }

  /** Counts a document, which must have fared as the table says. */
  void add(String platform, String path, Line line) {
    platforms.computeIfAbsent(platform, one -> new HashMap<>()).merge(line.fate(), 1, Integer::sum);
    used.add(path);
    Explained expected = explained.get(path);
    assertThat(line)
        .as(path + "\t" + line.fate() + "\t" + line.detail())
        .isEqualTo(expected == null ? Line.right() : expected.line());
  }

  /** Documents that the table explains, but that did not come. */
  Set<String> unused() {
    Set<String> unused = new HashSet<>(explained.keySet());
    unused.removeAll(used);
    return unused;
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            "%-20s %6s %6s %9s %8s%n".formatted("", "all", "right", "fallback", "refused"));
    Map<String, Integer> sum = new HashMap<>();
    platforms.forEach((platform, fates) -> {
      fates.forEach((fate, number) -> sum.merge(fate, number, Integer::sum));
      text.append(row(platform, fates));
    });
    return text.append(row("together", sum)).toString();
  }

  private static String row(String name, Map<String, Integer> fates) {
    int all = fates.values().stream().mapToInt(Integer::intValue).sum();
    return "%-20s %6d %6d %9d %8d%n"
        .formatted(
            name,
            all,
            fates.getOrDefault("right", 0),
            fates.getOrDefault("fallback", 0),
            fates.getOrDefault("refused", 0));
  }
}
