package social.parley.mastodon.instance;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import social.parley.about.Weeks;
import social.parley.core.Handle;
import social.parley.federation.Peers;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;

/** Which servers this one knows, and how lively it is. */
public final class NeighboursApi implements Endpoints {
  private static final int MOST_FOUND = 10;

  private final Peers peers;
  private final Weeks weeks;

  public NeighboursApi(Peers peers, Weeks weeks) {
    this.peers = peers;
    this.weeks = weeks;
  }

  /** A week: its first second, and numbers, all as texts. */
  record WeekJson(String week, String statuses, String logins, String registrations) {
    static WeekJson of(Weeks.Week week) {
      return new WeekJson(
          Long.toString(week.monday().atStartOfDay(ZoneOffset.UTC).toEpochSecond()),
          Long.toString(week.posts()),
          Long.toString(week.people()),
          Long.toString(week.signUps()));
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/instance/peers", ctx -> ctx.json(peers.domains()));
    routes.get(
        "/api/v1/instance/activity",
        ctx -> ctx.json(weeks.last().stream().map(WeekJson::of).toList()));
    routes.get("/api/v1/peers/search", this::search);
  }

  private void search(Context ctx) {
    String start = Parameters.of(ctx).text("q", "").strip().toLowerCase(Locale.ROOT);
    ctx.json(start.isEmpty() ? List.of() : peers.startingWith(ascii(start), MOST_FOUND));
  }

  private static String ascii(String typed) {
    try {
      return Handle.ascii(typed);
    } catch (IllegalArgumentException noDomainYet) {
      return typed;
    }
  }
}
