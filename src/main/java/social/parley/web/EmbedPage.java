package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import social.parley.actors.Actor;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Caching;
import social.parley.http.Endpoints;
import social.parley.http.SecurityHeaders;
import social.parley.posts.Post;
import social.parley.posts.Posts;

/** An open post on its own, to be shown inside the pages of others; it runs no scripts. */
public final class EmbedPage implements Endpoints {
  private static final Duration AGE = Duration.ofMinutes(5);

  private final Routing routing;
  private final Pages pages;
  private final Visitors visitors;
  private final PostViews views;
  private final People people;
  private final Posts posts;

  EmbedPage(
      Routing routing,
      Pages pages,
      Visitors visitors,
      PostViews views,
      People people,
      Posts posts) {
    this.routing = routing;
    this.pages = pages;
    this.visitors = visitors;
    this.views = views;
    this.people = people;
    this.posts = posts;
  }

  /** The post, and the address of its page. */
  public record Shown(PostView post, String address) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, "/@{name}/{id}/embed", this::show);
  }

  private void show(Context ctx) {
    PostId id = PostId.parse(ctx.pathParam("id"));
    // Who is known to be kept away stays away here too.
    posts.seen(visitors.viewer(ctx), id);
    // Whoever looks, it is what strangers see: the page around it must learn nothing of them.
    Post post = posts.seen(null, id);
    Actor author = people.find(ctx.pathParam("name")).orElseThrow(Refused.NotFound::new);
    boolean offered = post.local() && !post.isBoost() && author.id().equals(post.author());
    if (!offered) throw new Refused.NotFound();
    SecurityHeaders.allowFramesAnywhere(ctx);
    Caching.shared(ctx, AGE);
    pages.bare(ctx, "embed", () -> new Shown(views.of(null, post), post.url()));
  }
}
