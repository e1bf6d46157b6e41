package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import social.parley.core.PostId;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.posts.Posts;

/**
 * The emoji to react to a post with: a few in the menu that opens under the post, all of them there
 * or as a page.
 */
public final class ReactPage implements Endpoints {
  private final PageParts parts;
  private final Posts posts;
  private final EmojiSet emoji;

  ReactPage(PageParts parts, Posts posts, EmojiSet emoji) {
    this.parts = parts;
    this.posts = posts;
    this.emoji = emoji;
  }

  /** The post, the row it has on the page, what to choose from, and where that leads back to. */
  public record View(PostView post, String key, List<EmojiSet.Group> groups, String back) {}

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().memberPage(routes, "/posts/{id}/react", this::show);
  }

  private void show(Context ctx, Visitor visitor) {
    PostId id = PostId.parse(ctx.pathParam("id"));
    PostView post = parts.views().of(visitor, posts.seen(visitor.id(), id));
    Parameters given = Parameters.of(ctx);
    String back = LocalPath.checked(given.text("back"), LocalPath.from(ctx, post.href()));
    boolean partial = LocalPath.isPartial(ctx);
    // A page of its own shows the post, in whatever row it was met.
    String key = partial ? given.text("key", id.toString()) : id.toString();
    View view = new View(post, key, emoji.groups(), back);
    if (partial)
      parts
          .pages()
          .part(ctx, given.has("all") ? "react-picker" : "react-row", back, Map.of("view", view));
    else parts.pages().show(ctx, Head.of(say("do.react")).hidden(true), "react", view);
  }
}
