package social.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results of one benchmark: printed, and put in its place in {@code docs/benchmarks.md}. */
final class Report {
  private static final Path PAGE = Path.of("docs", "benchmarks.md");
  private final String name;
  private final List<String> lines = new ArrayList<>();

  Report(String name, String conditions) {
    this.name = name;
    lines.add(conditions);
    lines.add("");
    lines.add("Measured " + Machine.describe() + ".");
    lines.add("");
    lines.add("| figure | value | CPU | ratio | yardstick |");
    lines.add("|---|---:|---:|---:|---|");
  }

  /** A figure; the ratio says what the yardstick was. */
  void figure(String figure, String value, String cpu, String ratio, String yardstick) {
    lines.add("| %s | %s | %s | %s | %s |".formatted(figure, value, cpu, ratio, yardstick));
  }

  static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 1 ? "%.1f" : "%.3f", value);
  }

  static String millis(double value) {
    return String.format(Locale.ROOT, "%.3f ms", value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, share >= 0.1 ? "%.0f %%" : "%.1f %%", share * 100);
  }

  static String times(double ratio) {
    return String.format(Locale.ROOT, "%.2f times", ratio);
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** Prints the table and replaces the section between this benchmark's two markers. */
  void publish() throws IOException {
    lines.forEach(System.out::println);
    String open = "<!-- " + name + " -->\n";
    String close = "<!-- end of " + name + " -->";
    String page = Files.readString(PAGE);
    int from = page.indexOf(open);
    int to = page.indexOf(close);
    if (from < 0 || to < from) throw new IllegalStateException(PAGE + " has no place for " + name);
    Files.writeString(
        PAGE,
        page.substring(0, from + open.length())
            + String.join("\n", lines)
            + "\n"
            + page.substring(to));
  }
}
