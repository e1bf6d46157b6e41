package social.parley.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Account;
import social.parley.config.LogLines;
import social.parley.config.Settings;
import social.parley.core.Refused;

/** What every command works at: the settings in force, the community, and where to print. */
public final class Desk {
  private static final String FILE = "parley.toml";
  private final Program program;
  private final Shell shell;
  private @Nullable Path config;
  private volatile boolean stopping;

  Desk(Program program, Shell shell) {
    this.program = program;
    this.shell = shell;
  }

  /** Sets the file that {@code --config} named. */
  void use(@Nullable Path file) {
    config = file;
  }

  /** The program whose commands these are. */
  public Program program() {
    return program;
  }

  /** Where the program was called. */
  public Shell shell() {
    return shell;
  }

  /** Where results are printed. */
  public PrintWriter out() {
    return shell.out();
  }

  /** The file of settings: the one named, or the one in this folder if there is one. */
  @Nullable Path file() {
    if (config != null) return shell.folder().resolve(config);
    Path here = shell.folder().resolve(FILE);
    return Files.exists(here) ? here : null;
  }

  /** The file that somebody means by a name. */
  Path path(String name) {
    return shell.folder().resolve(name);
  }

  Settings settings() {
    return Settings.load(file(), shell.environment());
  }

  /**
   * Does something with the community, whether or not its server runs; the result is the exit code.
   */
  int inCommunity(ToIntFunction<Community> work) {
    Settings settings = settings();
    log(Level.WARNING);
    try (Community community = program.open(settings)) {
      return work.applyAsInt(community);
    }
  }

  /** Says what is done when the process is told to stop. */
  public void beforeEnd(Runnable work) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopping = true;
                  work.run();
                },
                "stop"));
  }

  /** Waits for that; the process ends meanwhile, and what it has to finish runs then. */
  public int untilStopped() throws InterruptedException {
    new CountDownLatch(1).await();
    return Commands.DONE;
  }

  /** Whether the process is about to end, so that whatever fails now is of no interest. */
  boolean isStopping() {
    return stopping;
  }

  /** Sends log lines to standard error, from this level on. */
  public static void log(Level level) {
    LogLines.install(level, System.err);
  }

  /** The account with this name. */
  static Account account(Community community, String name) {
    return community
        .accounts()
        .byUsername(name)
        .orElseThrow(() -> new Refused.NotFound("there is no account " + name));
  }
}
