package social.parley.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.parley.federation.Backlog;
import social.parley.federation.Refusal;

/** {@code federation}: what waits, which hosts fail, what was turned away. */
@Command(
    description = "Show what waits for other servers or from them, and what was turned away.",
    footer = {"", "Examples:", "  parley federation", "  parley federation --limit 100"})
final class FederationCommand implements Callable<Integer> {
  private final Desk desk;

  FederationCommand(Desk desk) {
    this.desk = desk;
  }

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many lines a list (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Integer call() {
    return desk.inCommunity(community -> {
      Backlog backlog = community.backlog();
      desk.out().println("servers known: " + backlog.knownServers());
      hosts(backlog.hosts(limit));
      refusals(backlog.refusals(limit));
      return Commands.DONE;
    });
  }

  private void hosts(List<Backlog.Waiting> hosts) {
    desk.out().println();
    if (hosts.isEmpty()) {
      desk.out().println("nothing waits, no host fails");
      return;
    }
    Table table = new Table("HOST", "TO TAKE IN", "TO SEND", "FAILURES", "NEXT TRY", "WHY");
    for (Backlog.Waiting host : hosts)
      table.row(
          host.host(),
          host.incoming(),
          host.outgoing(),
          host.failures(),
          nextTry(host),
          host.reason() == null ? "" : host.reason());
    table.print(desk.out());
  }

  private static String nextTry(Backlog.Waiting host) {
    if (host.givenUp()) return "given up";
    Instant next = host.nextAttemptAt();
    return next == null ? "" : next.toString();
  }

  private void refusals(List<Refusal> refusals) {
    desk.out().println();
    if (refusals.isEmpty()) {
      desk.out().println("nothing was turned away");
      return;
    }
    Table table = new Table("TURNED AWAY", "HOST", "WHY");
    for (Refusal refusal : refusals)
      table.row(refusal.refusedAt(), refusal.host(), refusal.reason());
    table.print(desk.out());
  }
}
