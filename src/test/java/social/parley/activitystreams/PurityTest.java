package social.parley.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a document asks nobody: these packages cannot even name what opens a connection. */
class PurityTest {
  private static final List<String> OUTSIDE =
      List.of(
          "java.net.http",
          "java.net.Socket",
          "java.net.URL",
          "java.net.InetAddress",
          "java.nio.channels",
          "java.nio.file",
          "javax.net",
          "org.apache.hc",
          "io.javalin",
          "jsonld.loader.HttpLoader",
          "jsonld.loader.SchemeRouter",
          "jsonld.http.");

  @ParameterizedTest
  @ValueSource(strings = {"jsonld", "activitystreams"})
  void namesNothingThatReachesTheNetwork(String name) throws IOException {
    Path folder = Path.of("src/main/java/social/parley", name);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList())
        for (String line : Files.readAllLines(file))
          if (line.startsWith("import "))
            assertThat(OUTSIDE).as(file + ": " + line).noneMatch(line::contains);
    }
  }
}
