package social.parley.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.parley.config.GivenSetting;
import social.parley.config.Setting;
import social.parley.config.Settings;

/** {@code settings}: every setting, its value, where that comes from, and what it means. */
@Command(
    description = "Show every setting with its value and where that comes from.",
    footer = {
      "",
      "Secrets are not shown. Fails when a value makes no sense.",
      "",
      "Examples:",
      "  parley settings",
      "  parley settings --explain"
    })
final class SettingsCommand implements Callable<Integer> {
  private final Desk desk;

  SettingsCommand(Desk desk) {
    this.desk = desk;
  }

  @Option(names = "--explain", description = "Show defaults, variables and what each means.")
  private boolean explain;

  @Override
  public Integer call() {
    Path file = desk.file();
    desk.out().println("file: " + (file == null ? "none" : file));
    desk.out().println();
    if (explain) explanations();
    else values(file);
    for (String name : Settings.unknownVariables(desk.shell().environment()))
      desk.shell().err().println("parley: there is no setting " + name);
    desk.settings();
    return Commands.DONE;
  }

  private void values(@Nullable Path file) {
    Table table = new Table("SETTING", "FROM", "VALUE");
    for (GivenSetting given : Settings.given(file, desk.shell().environment()))
      table.row(
          given.setting().key(),
          given.source().name().toLowerCase(Locale.ROOT),
          given.shown().replace("\n", " | "));
    table.print(desk.out());
  }

  private void explanations() {
    Table table = new Table("SETTING", "VARIABLE", "DEFAULT", "MEANS");
    for (Setting setting : Setting.values())
      table.row(setting.key(), setting.environment(), setting.fallback(), setting.description());
    table.print(desk.out());
  }
}
