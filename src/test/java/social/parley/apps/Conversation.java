package social.parley.apps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running program: what it prints is read, what it asks is answered. */
final class Conversation implements AutoCloseable {
  /** A program that hangs must not hang the tests. */
  private static final long PATIENCE_SECONDS = 600;

  private final Process process;
  private final Path errors;
  private final BufferedReader output;
  private final Writer input;
  private final StringBuilder heard = new StringBuilder();

  Conversation(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.output = process.inputReader(UTF_8);
    this.input = process.outputWriter(UTF_8);
    CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
  }

  /** The next line that contains these words; the lines before it are remembered. */
  String hear(String words) {
    try {
      String line;
      while ((line = output.readLine()) != null) {
        heard.append(line).append('\n');
        if (line.contains(words)) return line;
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    throw new AssertionError("never said '" + words + "':\n" + heard + errors());
  }

  void say(String line) {
    try {
      input.write(line + "\n");
      input.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(heard + errors(), broken);
    }
  }

  /** Everything printed until its end, whatever that is like. */
  String rest() {
    try {
      input.close();
      output.lines().forEach(line -> heard.append(line).append('\n'));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return heard.toString();
  }

  /** Everything printed until its end, which must be a good one. */
  String end() {
    String all = rest();
    assertThat(exit()).as(all + errors()).isZero();
    return all;
  }

  int exit() {
    return process.onExit().join().exitValue();
  }

  String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    try {
      Files.deleteIfExists(errors);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
