package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import social.parley.accounts.Account;
import social.parley.accounts.Preferences;
import social.parley.core.ActorId;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.notifications.Markers;
import social.parley.posts.Reach;

/** {@code /api/v1/markers} and {@code /api/v1/preferences}. */
final class MarkersApi implements Endpoints {
  private static final List<String> TIMELINES = List.of("home", "notifications");

  private final Authorization authorization;
  private final Markers markers;

  private record Json(String lastReadId, long version, String updatedAt) {
    static Json of(Markers.Marker marker) {
      return new Json(
          Long.toString(marker.lastReadId()), marker.version(), ApiDates.of(marker.updatedAt()));
    }
  }

  MarkersApi(Authorization authorization, Markers markers) {
    this.authorization = authorization;
    this.markers = markers;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/markers", this::read);
    routes.post("/api/v1/markers", this::move);
    routes.get("/api/v1/preferences", this::preferences);
  }

  private void read(Context ctx) {
    ActorId me = authorization.user(ctx, "read:statuses").actor();
    List<String> wanted = Parameters.of(ctx).texts("timeline");
    Map<String, Json> answer = new LinkedHashMap<>();
    markers
        .read(me, wanted.stream().filter(TIMELINES::contains).toList())
        .forEach((name, marker) -> answer.put(name, Json.of(marker)));
    ctx.json(answer);
  }

  private void move(Context ctx) {
    ActorId me = authorization.user(ctx, "write:statuses").actor();
    Map<String, Long> wanted = new LinkedHashMap<>();
    for (String timeline : TIMELINES) {
      Long last = Parameters.of(ctx).in(timeline).number("last_read_id");
      if (last != null) wanted.put(timeline, last);
    }
    Map<String, Json> answer = new LinkedHashMap<>();
    markers.move(me, wanted).forEach((name, marker) -> answer.put(name, Json.of(marker)));
    ctx.json(answer);
  }

  private void preferences(Context ctx) {
    Account account = authorization.user(ctx, "read:accounts").person();
    Preferences chosen = account.preferences();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(
        "posting:default:visibility", Visibilities.name(Reach.valueOf(chosen.reach().name())));
    answer.put("posting:default:sensitive", chosen.sensitive());
    answer.put("posting:default:language", chosen.language());
    answer.put("posting:default:quote_policy", chosen.quotes().name().toLowerCase(Locale.ROOT));
    answer.put("reading:expand:media", chosen.showMedia().name().toLowerCase(Locale.ROOT));
    answer.put("reading:expand:spoilers", chosen.expandWarnings());
    answer.put("reading:autoplay:gifs", chosen.autoplay());
    ctx.json(answer);
  }
}
