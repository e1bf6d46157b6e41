package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import social.parley.core.PostId;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.posts.Posts;

/** All emoji to react to a post with, as a page or inside the menu under the post. */
public final class ReactPage implements Endpoints {
  private final PageParts parts;
  private final Posts posts;
  private final EmojiSet emoji;

  ReactPage(PageParts parts, Posts posts, EmojiSet emoji) {
    this.parts = parts;
    this.posts = posts;
    this.emoji = emoji;
  }

  /** The post, the row it has on the page, and what to choose from. */
  public record View(PostView post, String key, List<EmojiSet.Group> groups) {}

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().memberPage(routes, "/posts/{id}/react", this::show);
  }

  private void show(Context ctx, Visitor visitor) {
    PostId id = PostId.parse(ctx.pathParam("id"));
    PostView post = parts.views().of(visitor, posts.seen(visitor.id(), id));
    String key = Parameters.of(ctx).text("key", "");
    View view = new View(post, key.isEmpty() ? id.toString() : key, emoji.groups());
    if (LocalPath.isPartial(ctx)) parts.pages().part(ctx, "react-picker", "view", view);
    else parts.pages().show(ctx, Head.of(say("do.react")).hidden(true), "react", view);
  }
}
