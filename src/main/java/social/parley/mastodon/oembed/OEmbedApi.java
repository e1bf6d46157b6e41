package social.parley.mastodon.oembed;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.config.Settings;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.http.Caching;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.posts.Post;
import social.parley.posts.Posts;

/** {@code /api/oembed}: how other sites embed an open post of this server (oEmbed 1.0). */
public final class OEmbedApi implements Endpoints {
  private static final Duration AGE = Duration.ofDays(1);
  private static final int WIDTH = 400;
  private static final int HEIGHT = 400;
  private static final int LEAST = 100;

  private final Settings settings;
  private final Actors actors;
  private final Posts posts;

  public OEmbedApi(Settings settings, Actors actors, Posts posts) {
    this.settings = settings;
    this.actors = actors;
    this.posts = posts;
  }

  private record Json(
      String type,
      String version,
      String authorName,
      String authorUrl,
      String providerName,
      String providerUrl,
      long cacheAge,
      String html,
      int width,
      int height) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/oembed", this::show);
  }

  private void show(Context ctx) {
    Parameters given = Parameters.of(ctx);
    if (!given.text("format", "json").equals("json"))
      throw new Refused.NotSupported("Only JSON is offered");
    Post post = offered(given.text("url", ""));
    Actor author = actors.byId(post.author()).orElseThrow(Refused.NotFound::new);
    int width = size(given.number("maxwidth"), WIDTH);
    int height = size(given.number("maxheight"), HEIGHT);
    Caching.shared(ctx, Duration.ofMinutes(5));
    ctx.json(
        new Json(
            "rich",
            "1.0",
            author.name(),
            author.url(),
            settings.about().name(),
            settings.url().value(),
            AGE.toSeconds(),
            frame(post, width, height),
            width,
            height));
  }

  /** The post as strangers may see it. */
  private Post offered(String url) {
    String page = url.endsWith("/embed") ? url.substring(0, url.length() - 6) : url;
    Post found =
        Iri.parse(page)
            .map(Iri::withoutFragment)
            .flatMap(posts::byAddress)
            .filter(post -> post.local() && !post.isBoost())
            .orElseThrow(Refused.NotFound::new);
    return posts.seen(null, found.id());
  }

  private static int size(@Nullable Long most, int usual) {
    return most == null ? usual : (int) Math.clamp(most, LEAST, usual);
  }

  private static String frame(Post post, int width, int height) {
    return new Element("iframe")
        .attr("src", post.url() + "/embed")
        .attr("width", Integer.toString(width))
        .attr("height", Integer.toString(height))
        .attr("style", "max-width: 100%; border: 0")
        .attr("loading", "lazy")
        .attr("sandbox", "allow-popups allow-popups-to-escape-sandbox allow-same-origin")
        .outerHtml();
  }
}
