package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Role;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.federation.Backlog;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.relays.Relay;
import social.parley.relays.Relays;

/** How the other servers are doing, and the relays; for admins. */
public final class FederationPage implements Endpoints {
  private static final String PATH = "/admin/federation";
  private static final int MOST = 200;

  private final Routing routing;
  private final Pages pages;
  private final Backlog backlog;
  private final Relays relays;
  private final Clock clock;

  FederationPage(Routing routing, Pages pages, Backlog backlog, Relays relays, Clock clock) {
    this.routing = routing;
    this.pages = pages;
    this.backlog = backlog;
    this.relays = relays;
    this.clock = clock;
  }

  /** What the page shows. */
  public record View(long known, List<Host> hosts, List<RelayRow> relays) {}

  /** Another server; {@code state} says in words what is the matter, empty when nothing is. */
  public record Host(
      String name,
      long incoming,
      long outgoing,
      @Nullable Moment reached,
      String state,
      String reason,
      boolean fails,
      boolean stopped) {}

  /** A relay and what it has answered. */
  public record RelayRow(long id, String address, String state) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.staffPage(routes, Role.ADMIN, PATH, (ctx, _) -> show(ctx));
    routing.staffForm(routes, Role.ADMIN, PATH + "/retry", (ctx, _) -> retry(ctx));
    routing.staffForm(routes, Role.ADMIN, PATH + "/stop", (ctx, _) -> stop(ctx));
    routing.staffForm(routes, Role.ADMIN, PATH + "/relays", (ctx, _) -> subscribe(ctx));
    routing.staffForm(routes, Role.ADMIN, PATH + "/relays/{id}/leave", (ctx, _) -> leave(ctx));
  }

  private void show(Context ctx) {
    Instant now = clock.instant();
    View view =
        new View(
            backlog.knownServers(),
            backlog.hosts(MOST).stream().map(host -> host(host, now)).toList(),
            relays.all().stream().map(FederationPage::relay).toList());
    pages.show(ctx, Head.of(say("admin.servers")).at(Nav.ADMIN), "admin-federation", view);
  }

  private static Host host(Backlog.Waiting host, Instant now) {
    Instant reached = host.reachedAt();
    String reason = host.reason();
    return new Host(
        host.host(),
        host.incoming(),
        host.outgoing(),
        reached == null ? null : Moment.of(reached, now),
        state(host, now),
        reason == null ? "" : reason,
        reason != null,
        host.stopped());
  }

  private static String state(Backlog.Waiting host, Instant now) {
    if (host.stopped()) return say("admin.host.stopped");
    if (host.givenUp()) return say("admin.host.lost");
    Instant next = host.nextAttemptAt();
    return next == null || host.reason() == null
        ? ""
        : say("admin.host.fails", host.failures(), Moment.left(next, now));
  }

  private static RelayRow relay(Relay relay) {
    return new RelayRow(
        relay.id(),
        relay.address().value(),
        say("admin.relay." + relay.state().name().toLowerCase(Locale.ROOT)));
  }

  private void retry(Context ctx) {
    backlog.retry(named(ctx));
    done(ctx);
  }

  private void stop(Context ctx) {
    backlog.stop(named(ctx));
    done(ctx);
  }

  private static String named(Context ctx) {
    String host = Parameters.of(ctx).text("host");
    if (host == null || host.isBlank() || host.length() > 300)
      throw new Refused.Invalid("host", "is missing");
    return host.strip().toLowerCase(Locale.ROOT);
  }

  private void subscribe(Context ctx) {
    String address = Parameters.of(ctx).text("address");
    Iri iri =
        Iri.parse(address == null ? "" : address.strip())
            .orElseThrow(() -> new Refused.Invalid("address", "is not an address"));
    relays.subscribe(iri);
    done(ctx);
  }

  private void leave(Context ctx) {
    relays.unsubscribe(Routing.id(ctx));
    done(ctx);
  }

  private void done(Context ctx) {
    pages.notice(ctx, Notice.SAVED);
    LocalPath.go(ctx, PATH);
  }
}
