package social.parley.portability;

import java.util.ArrayList;
import java.util.List;
import social.parley.core.Refused;

/** Reads rows of comma-separated values (RFC 4180); rows without anything are passed over. */
final class CsvReader {
  private static final int MOST_CELLS = 32;
  private static final int LONGEST_CELL = 4096;

  private final String text;
  private final int most;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private int at;

  private CsvReader(String text, int most) {
    this.text = text;
    this.most = most;
  }

  /** Refused when there are more rows than that, or when it is no such file. */
  static List<List<String>> read(String text, int most) {
    CsvReader reader = new CsvReader(text, most);
    while (reader.at < text.length()) reader.cell();
    reader.end();
    return reader.rows;
  }

  /** Reads a cell and what ends it. */
  private void cell() {
    String cell = text.charAt(at) == '"' ? quoted() : plain();
    if (cell.length() > LONGEST_CELL || row.size() == MOST_CELLS) throw unreadable();
    row.add(cell);
    if (at == text.length()) return;
    char end = text.charAt(at++);
    if (end == '\r' && at < text.length() && text.charAt(at) == '\n') at++;
    if (end != ',') end();
    else if (at == text.length()) row.add("");
  }

  private String plain() {
    int start = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) at++;
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '"') cell.append(c);
      else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
        cell.append(c);
        at++;
      } else {
        at++;
        if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) throw unreadable();
        return cell.toString();
      }
    }
    throw unreadable();
  }

  private void end() {
    if (row.stream().anyMatch(cell -> !cell.isBlank())) {
      if (rows.size() == most)
        throw new Refused.Invalid("data", "At most " + (most - 1) + " rows are taken at once");
      rows.add(List.copyOf(row));
    }
    row = new ArrayList<>();
  }

  static Refused.Invalid unreadable() {
    return new Refused.Invalid("data", "This file cannot be read as a list");
  }
}
