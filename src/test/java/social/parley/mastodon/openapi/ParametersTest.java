package social.parley.mastodon.openapi;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import social.parley.notifications.NotificationType;

/** The table names no parameter that nobody reads, and the API reads none that it does not name. */
class ParametersTest {
  private static final Path SOURCES = Path.of("src/main/java/social/parley");
  private static final Pattern READ =
      Pattern.compile(
          "\\.(?:text|texts|flag|number|limit|file|files|in|each|has)\\(\\s*\"([a-z_]+)\"");

  /** A text, or the name of a constant that is read by its name. */
  private static final Pattern WORD = Pattern.compile("\"([^\"\\s]+)\"|\\b([A-Z][A-Z_]+)\\b");

  @Test
  void whatIsNamedIsReadSomewhere() {
    Set<String> words =
        found(SOURCES, WORD)
            .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    for (NotificationType type : NotificationType.values()) words.add(type.word());
    Set<String> unread = named();
    unread.removeAll(words);
    assertThat(unread).isEmpty();
  }

  @Test
  void whatIsReadIsNamed() {
    Set<String> unnamed =
        found(SOURCES.resolve("mastodon"), READ)
            .map(match -> match.group(1))
            .collect(toCollection(TreeSet::new));
    unnamed.removeAll(named());
    assertThat(unnamed).isEmpty();
  }

  /** The words of {@code a[b][][c]!} are a, b and c. */
  private static Set<String> named() {
    return Tables.routes().stream()
        .flatMap(route -> route.parameters().stream())
        .flatMap(name -> Arrays.stream(name.split("[\\[\\]!]+")))
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<MatchResult> found(Path folder, Pattern pattern) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(ParametersTest::text)
          .flatMap(text -> pattern.matcher(text).results())
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
