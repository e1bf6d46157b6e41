package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import social.parley.http.Assets;
import social.parley.http.Caching;
import social.parley.http.Endpoints;

/** The few files that browsers and crawlers look for under fixed names. */
final class SiteFiles implements Endpoints {
  private static final String ROBOTS =
      """
      User-agent: *
      Disallow: /auth/
      Disallow: /oauth/
      Disallow: /settings/
      Disallow: /search
      Disallow: /api/
      Disallow: /media/proxy/
      """;

  private final Sites sites;
  private final Assets assets;

  SiteFiles(Sites sites, Assets assets) {
    this.sites = sites;
    this.assets = assets;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/robots.txt", ctx -> text(ctx, ROBOTS));
    routes.get(
        "/favicon.ico", ctx -> ctx.redirect(sites.now().face().touchIcon(), HttpStatus.FOUND));
    // Under the root, as what a worker may look after is what lies below it.
    routes.get("/service-worker.js", this::serviceWorker);
    routes.get("/manifest.webmanifest", this::manifest);
  }

  /** It keeps a page of this community, and is asked to do so again when that looks different. */
  private void serviceWorker(Context ctx) {
    Site site = sites.now();
    String look = String.join("\n", site.name(), site.style(), site.face().icon());
    String own = site.ownStyle();
    assets.serveScript(ctx, "js/service-worker.js", own == null ? look : look + "\n" + own);
  }

  private static void text(Context ctx, String text) {
    Caching.shared(ctx, Duration.ofDays(1));
    ctx.contentType("text/plain; charset=utf-8").result(text);
  }

  private void manifest(Context ctx) {
    Site site = sites.now();
    Site.Face face = site.face();
    Caching.shared(ctx, Duration.ofHours(1));
    ctx.json(
            Map.of(
                "name",
                site.name(),
                "short_name",
                site.name(),
                "start_url",
                "/home",
                "scope",
                "/",
                "display",
                "standalone",
                "background_color",
                "#f4f1eb",
                "theme_color",
                face.color(),
                "share_target",
                Map.of(
                    "action",
                    "/compose",
                    "method",
                    "GET",
                    "params",
                    Map.of("title", "title", "text", "text", "url", "url")),
                "icons",
                List.of(
                    icon(face.touchIcon(), 192), icon(face.largeIcon(), face.largeIconWidth()))))
        .contentType("application/manifest+json");
  }

  private static Map<String, String> icon(String address, int size) {
    return Map.of("src", address, "type", "image/png", "sizes", size + "x" + size);
  }
}
