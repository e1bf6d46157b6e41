package social.parley.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import social.parley.config.Settings;

/** {@code serve}: runs a server until it is told to stop. */
@Command(
    description = "Run the server until it is stopped with Ctrl-C or SIGTERM.",
    footer = {
      "",
      "The first start makes the data folder and prints the link that claims the owner's account.",
      "",
      "Examples:",
      "  parley serve",
      "  PARLEY_URL=https://example.org PARLEY_LISTEN=0.0.0.0:8080 parley serve",
      "  parley serve --config /etc/parley.toml"
    })
final class ServeCommand implements Callable<Integer> {
  private final Desk desk;

  ServeCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = desk.settings();
    Desk.log(settings.logLevel());
    for (String name : Settings.unknownVariables(desk.shell().environment()))
      LoggerFactory.getLogger(ServeCommand.class)
          .warn("no such setting variable={} (see 'parley settings')", name);
    RunningServer server = desk.program().start(settings, Clock.systemUTC());
    desk.beforeEnd(server::close);
    server.claimLink().ifPresent(link -> desk.out().println("Claim the owner's account: " + link));
    desk.out().flush();
    return desk.untilStopped();
  }
}
