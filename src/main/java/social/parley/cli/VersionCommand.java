package social.parley.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code version}. */
@Command(
    description = "Print the version of Parley and of Java.",
    footer = {"", "Example:", "  parley version"})
final class VersionCommand implements Callable<Integer> {
  private final Desk desk;

  VersionCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    desk.out().println("parley " + desk.program().version() + " (Java " + Runtime.version() + ")");
    return Commands.DONE;
  }
}
