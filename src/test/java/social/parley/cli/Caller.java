package social.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import social.parley.Main;
import social.parley.config.Settings;

/** Somebody at a shell, in a folder and an environment of their own. */
public final class Caller {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  public Caller(Path folder) {
    this.folder = folder;
    set("PARLEY_DATA", folder.resolve("data").toString());
    set("PARLEY_LISTEN", "127.0.0.1:0");
  }

  /** What a command has printed, and how it ended. */
  public record Outcome(int code, String out, String err) {
    /** The first line printed. */
    public String line() {
      return out.lines().findFirst().orElse("");
    }
  }

  public Caller set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public Outcome call(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = commands(out, err).run(words);
    return new Outcome(code, out.toString(), err.toString());
  }

  /** The same, when it must work. */
  public String out(String... words) {
    Outcome outcome = call(words);
    if (outcome.code() != 0) throw new IllegalStateException(outcome.err());
    return outcome.out();
  }

  Commands commands(StringWriter out, StringWriter err) {
    return new Commands(
        new Main(),
        new Shell(environment, folder, new PrintWriter(out, true), new PrintWriter(err, true)));
  }

  /** A server with the same settings, in this process. */
  public RunningServer serve() {
    return new Main().start(settings(), Clock.systemUTC());
  }

  Settings settings() {
    return Settings.load(null, environment);
  }

  /**
   * The first of this many ports in a row that are free just now; not where another process with
   * tests looks first.
   */
  public static int freePorts(int many) {
    int first = 20_000 + 10 * (int) (ProcessHandle.current().pid() % 1_000);
    for (int port = first; port < 60_000; port += many) if (areFree(port, many)) return port;
    throw new IllegalStateException("no free ports");
  }

  private static boolean areFree(int first, int many) {
    for (int port = first; port < first + many; port++)
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
        continue;
      } catch (IOException taken) {
        return false;
      }
    return true;
  }
}
