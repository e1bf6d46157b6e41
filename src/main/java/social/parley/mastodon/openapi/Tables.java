package social.parley.mastodon.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads what the API is made of: {@code routes.tsv} and {@code entities.txt}. */
public final class Tables {
  private Tables() {}

  /** Every route below {@code /api}, {@code /oauth} and the well-known places. */
  public static List<DescribedRoute> routes() {
    return lines("routes.tsv").stream()
        .map(line -> line.split("\t"))
        .map(cells ->
            new DescribedRoute(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4].equals("-") ? List.of() : List.of(cells[4].split(" ")),
                cells[5]))
        .toList();
  }

  /** The members of every entity, as they are written in the table. */
  static Map<String, List<String>> entities() {
    Map<String, List<String>> entities = new LinkedHashMap<>();
    for (String line : lines("entities.txt")) {
      int sign = line.indexOf(" =");
      String members = line.substring(sign + 2).strip();
      entities.put(
          line.substring(0, sign), members.isEmpty() ? List.of() : List.of(members.split(" ")));
    }
    return entities;
  }

  private static List<String> lines(String name) {
    try (InputStream table = Tables.class.getResourceAsStream(name)) {
      String text = new String(Objects.requireNonNull(table).readAllBytes(), UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
