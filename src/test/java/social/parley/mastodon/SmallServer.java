package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import social.parley.accounts.Household;
import social.parley.core.Page;
import social.parley.http.Endpoints;
import social.parley.http.HttpServer;
import social.parley.http.RateLimits;
import social.parley.metrics.Metrics;
import social.parley.storage.Databases;

/** A server with what there is before there are posts: accounts, programs, tokens. */
final class SmallServer implements AutoCloseable {
  final Household home;
  final ApiClient client;
  private final HttpServer server;

  SmallServer(Path folder, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("PARLEY_URL", "http://localhost:8080");
    all.put("PARLEY_LISTEN", "127.0.0.1:0");
    all.put("PARLEY_DATA", folder.toString());
    home = new Household(Databases.sqlite(folder), all);
    RateLimits limits = new RateLimits(home.settings, home.clock);
    Authorization authorization = new Authorization(home.tokens);
    List<Endpoints> endpoints =
        List.of(
            new ApiFront(authorization, limits),
            new AppsApi(authorization, home.applications, limits, () -> "a key"),
            new OAuthApi(
                home.settings,
                authorization,
                home.applications,
                home.grants,
                home.tokens,
                home.actors,
                _ -> "http://localhost:8080/avatar.png"),
            new SignUpApi(authorization, home.accounts, home.tokens, home.confirmation, limits),
            new InvitesApi(home.settings, home.invites),
            new Guarded(authorization, new Paging(home.settings)));
    server =
        new HttpServer(
            home.settings, new Metrics(), new Random(1), endpoints, List.of(new ErrorJson()));
    server.start();
    client = new ApiClient(server.port());
  }

  /** Stands for the resources that others write. */
  private record Guarded(Authorization authorization, Paging paging) implements Endpoints {
    @Override
    public void addTo(RoutesConfig routes) {
      routes.get(
          "/api/v1/mine",
          ctx -> ctx.json(authorization.user(ctx, "read:statuses").actor().toString()));
      routes.get(
          "/api/v1/open",
          ctx -> ctx.json(String.valueOf(authorization.viewer(ctx, "read:statuses"))));
      routes.get(
          "/api/v1/list",
          ctx -> {
            var cursor = paging.ids(ctx, 20, 40);
            paging.link(ctx, new Page<>(List.of("b", "a"), OptionalLong.of(9), OptionalLong.of(7)));
            ctx.json(cursor);
          });
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
    home.close();
  }
}
