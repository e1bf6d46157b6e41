package social.parley.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program that nobody here wrote: the words it starts with, and its environment. */
record App(List<String> words, Map<String, String> environment) {
  /** Our small programs that use the libraries of others. */
  static final Path SCRIPTS = Path.of("tests", "apps").toAbsolutePath();

  /** Debian's own Python; another one on the path would not see Debian's modules. */
  static final String PYTHON = "/usr/bin/python3";

  App(String... words) {
    this(List.of(words), Map.of());
  }

  /** A script for Node that uses a package of tests/apps. */
  static App node(String script, String module) {
    if (!Files.isDirectory(SCRIPTS.resolve("node_modules").resolve(module)))
      missing(module + " (npm install in tests/apps)");
    App node = new App("node", SCRIPTS.resolve(script).toString());
    node.requireExit("node", "--version");
    return node;
  }

  App with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new App(words, Map.copyOf(more));
  }

  /** Skips the test where these words do not work; on a machine that should have it, fails it. */
  App requireExit(String... check) {
    try {
      Process process =
          new ProcessBuilder(check)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) missing(String.join(" ", check));
    } catch (IOException absent) {
      missing(check[0]);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return this;
  }

  private static void missing(String what) {
    if ("true".equals(System.getenv("CI"))) fail("not on this machine: " + what);
    abort("not on this machine: " + what);
  }

  /** Starts it with further words; the caller talks with it. */
  Conversation start(String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().putAll(environment);
    builder.environment().put("PYTHONUNBUFFERED", "1");
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    try {
      Path errors = Files.createTempFile("app", ".err");
      return new Conversation(builder.redirectError(errors.toFile()).start(), errors);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What it prints, run with further words to its good end. */
  String run(String... more) {
    try (Conversation talk = start(more)) {
      return talk.end();
    }
  }

  /** What it complains about when it fails, as it should. */
  String failing(String... more) {
    try (Conversation talk = start(more)) {
      String output = talk.rest();
      assertThat(talk.exit()).as(output).isNotZero();
      return talk.errors();
    }
  }
}
