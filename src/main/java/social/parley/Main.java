package social.parley;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import social.parley.cli.Commands;
import social.parley.cli.Community;
import social.parley.cli.Program;
import social.parley.cli.RunningServer;
import social.parley.cli.Shell;
import social.parley.config.Settings;
import social.parley.metrics.Metrics;
import social.parley.storage.Database;
import social.parley.storage.DatabaseAddress;

/** Where the program starts: hands the words of the command line to the commands. */
public final class Main implements Program {
  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] words) {
    Charset charset = System.out.charset();
    Shell shell =
        new Shell(
            System.getenv(),
            Path.of("").toAbsolutePath(),
            new PrintWriter(System.out, true, charset),
            new PrintWriter(System.err, true, System.err.charset()));
    System.exit(new Commands(new Main(), shell).run(words));
  }

  @Override
  public String version() {
    return Version.NUMBER;
  }

  @Override
  public RunningServer start(Settings settings, Clock clock) {
    Server server = Server.open(settings, clock, new SecureRandom());
    try {
      server.start();
      return server;
    } catch (RuntimeException | Error failed) {
      server.close();
      throw failed;
    }
  }

  @Override
  public Community open(Settings settings) {
    return Backstage.open(settings, Clock.systemUTC(), new SecureRandom());
  }

  @Override
  public void restore(Path archive, Map<String, Path> folders, Settings settings)
      throws IOException {
    Database.restore(
        archive,
        folders,
        DatabaseAddress.of(settings.database()),
        Clock.systemUTC(),
        new Metrics().registry());
  }
}
