package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import social.parley.http.Endpoints;

/**
 * What can be done with a post besides what stands under it, as a page or for the menu that opens
 * there.
 */
public final class PostMenuPage implements Endpoints {
  private final PageParts parts;
  private final WhyPage why;

  PostMenuPage(PageParts parts, WhyPage why) {
    this.parts = parts;
    this.why = why;
  }

  /** The post, why it is there, and where what is done leads back to. */
  public record View(WhyPage.View why, String back) {
    public PostView post() {
      return why.post();
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().memberPage(routes, "/posts/{id}/menu", this::show);
  }

  private void show(Context ctx, Visitor me) {
    WhyPage.View post = why.view(ctx, me);
    String back = LocalPath.from(ctx, post.post().href());
    if (LocalPath.isPartial(ctx)) parts.pages().part(ctx, "post-menu", back, model(post));
    else
      parts
          .pages()
          .show(ctx, Head.of(say("post.menu")).hidden(true), "post-menu", new View(post, back));
  }

  private static Map<String, Object> model(WhyPage.View why) {
    return Map.of("post", why.post(), "key", why.post().key().toString(), "why", why);
  }
}
