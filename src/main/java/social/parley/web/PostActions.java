package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.events.Attendances;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Quote;
import social.parley.posts.Reach;
import social.parley.quotes.Quotes;
import social.parley.reactions.Bookmarks;
import social.parley.reactions.Dislikes;
import social.parley.reactions.EmojiReactions;
import social.parley.reactions.Favourites;

/** The buttons under posts; each is a form, which a script may send without leaving the page. */
public final class PostActions implements Endpoints {
  private final Routing routing;
  private final Pages pages;
  private final PostViews views;
  private final Posts posts;
  private final Favourites favourites;
  private final Dislikes dislikes;
  private final Bookmarks bookmarks;
  private final EmojiReactions reactions;
  private final Attendances attendances;
  private final Quotes quotes;

  PostActions(
      Routing routing,
      Pages pages,
      PostViews views,
      Posts posts,
      Favourites favourites,
      Dislikes dislikes,
      Bookmarks bookmarks,
      EmojiReactions reactions,
      Attendances attendances,
      Quotes quotes) {
    this.routing = routing;
    this.pages = pages;
    this.views = views;
    this.posts = posts;
    this.favourites = favourites;
    this.dislikes = dislikes;
    this.bookmarks = bookmarks;
    this.reactions = reactions;
    this.attendances = attendances;
    this.quotes = quotes;
  }

  private interface Action {
    void apply(ActorId me, PostId post);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    action(routes, "favourite", favourites::favourite);
    action(routes, "unfavourite", favourites::unfavourite);
    action(routes, "dislike", dislikes::dislike);
    action(routes, "undislike", dislikes::undislike);
    action(routes, "attend", attendances::join);
    action(routes, "unattend", attendances::leave);
    action(routes, "boost", (me, id) -> posts.boost(me, id, Reach.PUBLIC));
    action(routes, "unboost", posts::unboost);
    action(routes, "bookmark", bookmarks::bookmark);
    action(routes, "unbookmark", bookmarks::unbookmark);
    routing.memberForm(routes, "/posts/{id}/react", this::react);
    routing.memberForm(routes, "/posts/{id}/unquote", this::unquote);
    action(routes, "pin", posts::pin);
    action(routes, "unpin", posts::unpin);
    action(routes, "mute", posts::muteThread);
    action(routes, "unmute", posts::unmuteThread);
    routing.memberForm(routes, "/posts/{id}/vote", this::vote);
    routing.memberPage(routes, "/posts/{id}/delete", this::askToDelete);
    routing.memberForm(routes, "/posts/{id}/delete", this::delete);
  }

  private static PostId id(Context ctx) {
    return PostId.parse(ctx.pathParam("id"));
  }

  /** The row that the post has on the page, which is another one where it is boosted. */
  private static String key(Context ctx) {
    return Parameters.of(ctx).text("key", ctx.pathParam("id"));
  }

  private void action(RoutesConfig routes, String name, Action action) {
    routing.memberForm(
        routes,
        "/posts/{id}/" + name,
        (ctx, visitor) -> {
          PostId id = posts.seen(visitor.id(), id(ctx)).id();
          action.apply(visitor.id(), id);
          if (!LocalPath.isPartial(ctx)) {
            LocalPath.back(ctx, "/home");
            return;
          }
          PostView post = views.of(visitor, posts.seen(visitor.id(), id));
          pages.part(ctx, "actions", back(ctx), Map.of("post", post, "key", key(ctx)));
        });
  }

  /** Reacts with the emoji that was pressed, or takes it back. */
  private void react(Context ctx, Visitor visitor) {
    Parameters given = Parameters.of(ctx);
    PostId id = posts.seen(visitor.id(), id(ctx)).id();
    if (given.has("take_back")) reactions.unreact(visitor.id(), id, given.text("take_back", ""));
    else reactions.react(visitor.id(), id, given.text("emoji", ""));
    if (!LocalPath.isPartial(ctx)) {
      LocalPath.back(ctx, "/home");
      return;
    }
    PostView post = views.of(visitor, posts.seen(visitor.id(), id));
    pages.part(ctx, "reactions", back(ctx), Map.of("post", post, "key", key(ctx)));
  }

  /** Withdraws an own post from another that quotes it. */
  private void unquote(Context ctx, Visitor visitor) {
    Post quoting = posts.seen(visitor.id(), id(ctx));
    Quote quote = quoting.quote();
    if (quote == null || quote.post() == null) throw new Refused.NotFound();
    quotes.revoke(visitor.id(), quote.post(), quoting.id());
    pages.notice(ctx, Notice.SAVED);
    LocalPath.back(ctx, "/home");
  }

  private void vote(Context ctx, Visitor visitor) {
    List<Integer> choices = new ArrayList<>();
    for (String choice : Parameters.of(ctx).texts("choice")) choices.add(position(choice));
    if (choices.isEmpty()) throw new Refused.Invalid("choice", "Choose an option first.");
    Post post = posts.seen(visitor.id(), id(ctx));
    posts.vote(visitor.id(), post.id(), choices);
    if (!LocalPath.isPartial(ctx)) {
      LocalPath.back(ctx, "/home");
      return;
    }
    PollView poll = views.of(visitor, posts.seen(visitor.id(), post.id())).poll();
    if (poll == null) throw new Refused.NotFound();
    pages.part(ctx, "poll", back(ctx), Map.of("poll", poll));
  }

  private static int position(String choice) {
    try {
      return Integer.parseInt(choice);
    } catch (NumberFormatException notANumber) {
      throw new Refused.Invalid("choice", "There is no such option.");
    }
  }

  /** The question before a post is deleted, and where to go on afterwards. */
  public record Deleting(PostView post, String back, boolean anew) {}

  private void askToDelete(Context ctx, Visitor visitor) {
    Post post = posts.seen(visitor.id(), id(ctx));
    if (!post.author().equals(visitor.id())) throw new Refused.NotFound();
    pages.show(
        ctx,
        Head.of(say("delete.title")),
        "delete",
        new Deleting(
            views.of(visitor, post), back(ctx), Parameters.of(ctx).flag("redraft", false)));
  }

  private static String back(Context ctx) {
    return LocalPath.checked(Parameters.of(ctx).text("back"), "/home");
  }

  private void delete(Context ctx, Visitor visitor) {
    routing.limit(ctx, Limit.DELETE, visitor);
    PostId id = id(ctx);
    posts.delete(visitor.id(), id);
    pages.notice(ctx, Notice.DELETED);
    String back = back(ctx);
    LocalPath.go(ctx, back.endsWith("/" + id) ? "/@" + visitor.actor().acct() : back);
  }
}
