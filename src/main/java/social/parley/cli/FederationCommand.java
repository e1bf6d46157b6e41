package social.parley.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.federation.Backlog;
import social.parley.federation.Refusal;
import social.parley.relays.Relay;

/** {@code federation}: what waits, which hosts fail, what was turned away; and relays. */
@Command(
    description = "Show what waits for other servers or from them, and what was turned away.",
    footer = {
      "",
      "A running server takes over within a minute what is decided here.",
      "",
      "Examples:",
      "  parley federation",
      "  parley federation --limit 100",
      "  parley federation retry slow.example",
      "  parley federation subscribe https://relay.example/inbox"
    })
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

  @Command(
      description = "Try a host at once that fails, was given up, or was stopped.",
      footer = {"", "Example:", "  parley federation retry slow.example"})
  int retry(@Parameters(paramLabel = "HOST", description = "Its name.") String host) {
    return desk.inCommunity(community -> {
      boolean failed = community.backlog().retry(host);
      desk.out().println(failed ? host + " is tried again" : host + " does not fail");
      return Commands.DONE;
    });
  }

  @Command(
      description = "Send nothing more to a host, until it is retried.",
      footer = {"", "Example:", "  parley federation stop dead.example"})
  int stop(@Parameters(paramLabel = "HOST", description = "Its name.") String host) {
    return desk.inCommunity(community -> {
      community.backlog().stop(host);
      desk.out().println("nothing goes to " + host);
      return Commands.DONE;
    });
  }

  @Command(
      description = "List the relays that this server subscribes to.",
      footer = {"", "Example:", "  parley federation relays"})
  int relays() {
    return desk.inCommunity(community -> {
      Table table = new Table("NUMBER", "RELAY", "TAKES", "HAS");
      for (Relay relay : community.relays().all())
        table.row(relay.id(), relay.address(), word(relay.kind()), word(relay.state()));
      table.print(desk.out());
      return Commands.DONE;
    });
  }

  @Command(
      description = "Subscribe to a relay, by the address of its inbox or its actor.",
      footer = {
        "",
        "Examples:",
        "  parley federation subscribe https://relay.example/inbox",
        "  parley federation subscribe https://relay.example/actor"
      })
  int subscribe(@Parameters(paramLabel = "ADDRESS", description = "Its address.") String address) {
    return desk.inCommunity(community -> {
      Iri iri =
          Iri.parse(address).orElseThrow(() -> new Refused.Invalid("address", "is not an address"));
      desk.out().println("asked " + community.relays().subscribe(iri).inbox());
      return Commands.DONE;
    });
  }

  @Command(
      description = "Leave a relay.",
      footer = {"", "Example:", "  parley federation unsubscribe 114000000000000000"})
  int unsubscribe(
      @Parameters(paramLabel = "NUMBER", description = "As listed by 'parley federation relays'.")
          long number) {
    return desk.inCommunity(community -> {
      community.relays().unsubscribe(number);
      desk.out().println("left");
      return Commands.DONE;
    });
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  private void hosts(List<Backlog.Waiting> hosts) {
    desk.out().println();
    if (hosts.isEmpty()) {
      desk.out().println("nothing waits, no host fails");
      return;
    }
    Table table =
        new Table("HOST", "TO TAKE IN", "TO SEND", "REACHED", "FAILURES", "NEXT TRY", "WHY");
    for (Backlog.Waiting host : hosts)
      table.row(
          host.host(),
          host.incoming(),
          host.outgoing(),
          host.reachedAt() == null ? "" : host.reachedAt(),
          host.failures(),
          nextTry(host),
          host.reason() == null ? "" : host.reason());
    table.print(desk.out());
  }

  private static String nextTry(Backlog.Waiting host) {
    if (host.stopped()) return "stopped";
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
