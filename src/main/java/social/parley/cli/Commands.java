package social.parley.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import social.parley.cli.demo.DemoCommand;

/** The command line: finds the command, runs it, and says what went wrong in one line. */
public final class Commands {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int MISUSED = 2;

  private final Desk desk;

  public Commands(Program program, Shell shell) {
    desk = new Desk(program, shell);
  }

  @Command(
      name = "parley",
      description = "One server for the whole fediverse.",
      synopsisSubcommandLabel = "COMMAND",
      sortOptions = false,
      footer = {
        "",
        "Settings come from parley.toml in this folder (or --config) and the environment, which"
            + " wins;",
        "'parley settings' shows them all. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.",
        "",
        "Examples:",
        "  parley serve",
        "  parley demo",
        "  parley account create ada --email ada@example.org --role admin"
      })
  static final class Root {
    private final Desk desk;

    @Spec private @Nullable CommandSpec spec;

    Root(Desk desk) {
      this.desk = desk;
    }

    @Option(
        names = "--config",
        paramLabel = "FILE",
        scope = ScopeType.INHERIT,
        description = "Read the settings from this TOML file.")
    void config(@Nullable Path file) {
      desk.use(file);
    }

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        scope = ScopeType.INHERIT,
        description = "Show this help.")
    private boolean help;
  }

  /** Runs what the words ask for and gives the exit code. */
  public int run(String... words) {
    CommandLine line = line(words.length == 0 ? "" : words[0]);
    if (words.length > 0) return line.execute(words);
    line.usage(desk.out());
    return MISUSED;
  }

  /** The parser, made for the command that is called. */
  CommandLine line(String called) {
    CommandLine line = new CommandLine(new Root(desk));
    subcommands(called).forEach(line::addSubcommand);
    line.setOut(desk.out());
    line.setErr(desk.shell().err());
    line.setUsageHelpWidth(100);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(this::misused);
    line.setExecutionExceptionHandler((problem, _, _) -> failed(problem));
    return line;
  }

  /**
   * Only the command that is called, if one is, so that starting a server is not slowed by others.
   */
  private Map<String, Object> subcommands(String called) {
    Map<String, Supplier<Object>> all = all();
    Map<String, Object> made = new LinkedHashMap<>();
    if (all.get(called) instanceof Supplier<Object> one) made.put(called, one.get());
    else all.forEach((name, each) -> made.put(name, each.get()));
    return made;
  }

  private Map<String, Supplier<Object>> all() {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("serve", () -> new ServeCommand(desk));
    all.put("demo", () -> new DemoCommand(desk));
    all.put("account", () -> new AccountCommands(desk));
    all.put("moderation", () -> new ModerationCommands(desk));
    all.put("token", () -> new TokenCommands(desk));
    all.put("invite", () -> new InviteCommands(desk));
    all.put("emoji", () -> new EmojiCommands(desk));
    all.put("appearance", () -> new AppearanceCommands(desk));
    all.put("announcement", () -> new AnnouncementCommands(desk));
    all.put("search", () -> new SearchCommands(desk));
    all.put("backup", () -> new BackupCommand(desk));
    all.put("restore", () -> new RestoreCommand(desk));
    all.put("federation", () -> new FederationCommand(desk));
    all.put("settings", () -> new SettingsCommand(desk));
    all.put("version", () -> new VersionCommand(desk));
    return all;
  }

  private int failed(Exception problem) throws InterruptedException {
    return desk.isStopping() ? desk.untilStopped() : Problems.explain(problem, desk.shell());
  }

  private int misused(ParameterException problem, String[] words) {
    CommandLine command = problem.getCommandLine();
    String message = problem.getMessage();
    if (problem.getCause() instanceof RuntimeException cause && Problems.isExpected(cause))
      return Problems.explain(cause, desk.shell());
    desk.shell().err().println("parley: " + (message == null ? "" : message.strip()));
    desk.shell()
        .err()
        .println("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
    return MISUSED;
  }
}
