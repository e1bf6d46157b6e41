package social.parley.sent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import social.parley.jsonld.Json;
import tools.jackson.databind.node.ObjectNode;

/** The approved files of what we send, by their names; they leave out the one @context of all. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/wire/parley");
  private static final String ENDING = ".json";

  private Golden() {}

  static Map<String, ObjectNode> all() {
    Map<String, ObjectNode> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        all.put(
            name.substring(0, name.length() - ENDING.length()),
            (ObjectNode) Json.parse(Files.readAllBytes(file)));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return all;
  }

  /** Replaces all of them by these. */
  static void approve(Map<String, ObjectNode> documents) {
    try {
      for (String former : all().keySet())
        if (!documents.containsKey(former)) Files.delete(FOLDER.resolve(former + ENDING));
      for (Map.Entry<String, ObjectNode> one : documents.entrySet())
        Files.writeString(
            FOLDER.resolve(one.getKey() + ENDING), one.getValue().toPrettyString() + "\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
