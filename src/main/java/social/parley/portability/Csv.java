package social.parley.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import social.parley.core.Refused;

/** Comma-separated values (RFC 4180) as they are taken from files and written to them. */
final class Csv {
  private static final int MOST_CELLS = 32;
  private static final int LONGEST_CELL = 4096;

  private Csv() {}

  /**
   * The rows of a file, those without anything aside. Refused when there are more rows than that,
   * or when it is no such file.
   */
  static List<List<String>> read(String text, int most) {
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .build(
                CsvRecordHandler.builder()
                    .maxFields(MOST_CELLS)
                    .maxFieldSize(LONGEST_CELL)
                    .maxRecordSize(MOST_CELLS * LONGEST_CELL)
                    .build(),
                text);
    List<List<String>> rows = new ArrayList<>();
    try {
      for (CsvRecord row : reader) {
        if (row.getFields().stream().allMatch(String::isBlank)) continue;
        if (rows.size() == most)
          throw new Refused.Invalid("data", "At most " + (most - 1) + " rows are taken at once");
        rows.add(row.getFields());
      }
    } catch (CsvParseException broken) {
      throw unreadable();
    }
    return rows;
  }

  /** What has rows to write. */
  interface Rows {
    void to(CsvWriter csv) throws IOException;
  }

  /** Lines are ended as on Unix; the stream stays open. */
  static void write(OutputStream out, Rows rows) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, UTF_8);
    try {
      rows.to(csv);
      csv.flush();
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  /** Kept from being taken for a formula by programs that calculate. */
  static String inert(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  static Refused.Invalid unreadable() {
    return new Refused.Invalid("data", "This file cannot be read as a list");
  }
}
