package social.parley.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes rows of comma-separated values (RFC 4180), each line ended as on Unix. */
final class CsvWriter {
  private final OutputStream out;

  CsvWriter(OutputStream out) {
    this.out = out;
  }

  void row(String... cells) throws IOException {
    row(List.of(cells));
  }

  void row(List<String> cells) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) line.append(',');
      line.append(quoted(cells.get(i)));
    }
    out.write(line.append('\n').toString().getBytes(UTF_8));
  }

  /** Kept from being taken for a formula by programs that calculate. */
  static String inert(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
