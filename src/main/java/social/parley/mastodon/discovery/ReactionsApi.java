package social.parley.mastodon.discovery;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.http.Endpoints;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.ReactionJson;
import social.parley.mastodon.StatusJson;
import social.parley.mastodon.Views;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.reactions.EmojiReactions;
import social.parley.reactions.ReactionEmoji;

/** Reactions to posts, under the three kinds of addresses that apps know. */
public final class ReactionsApi implements Endpoints {
  private static final int MOST_ACCOUNTS = 40;

  private final Views views;
  private final Posts posts;
  private final Actors actors;
  private final EmojiReactions reactions;

  public ReactionsApi(Views views, Posts posts, Actors actors, EmojiReactions reactions) {
    this.views = views;
    this.posts = posts;
    this.actors = actors;
    this.reactions = reactions;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    String pleroma = "/api/v1/pleroma/statuses/{id}/reactions";
    routes.get(pleroma, this::list);
    routes.get(pleroma + "/{emoji}", this::list);
    routes.put(pleroma + "/{emoji}", this::react);
    routes.delete(pleroma + "/{emoji}", this::unreact);
    routes.put("/api/v1/statuses/{id}/emoji_reactions/{emoji}", this::react);
    routes.delete("/api/v1/statuses/{id}/emoji_reactions/{emoji}", this::unreact);
    routes.post("/api/v1/statuses/{id}/react/{emoji}", this::react);
    routes.post("/api/v1/statuses/{id}/unreact/{emoji}", this::unreact);
  }

  private void react(Context ctx) {
    ActorId me = views.authorization().user(ctx, "write:favourites").actor();
    PostId id = PostId.parse(ctx.pathParam("id"));
    reactions.react(me, id, ctx.pathParam("emoji"));
    ctx.json(status(me, id));
  }

  private void unreact(Context ctx) {
    ActorId me = views.authorization().user(ctx, "write:favourites").actor();
    PostId id = PostId.parse(ctx.pathParam("id"));
    reactions.unreact(me, id, ctx.pathParam("emoji"));
    ctx.json(status(me, id));
  }

  private StatusJson status(ActorId me, PostId id) {
    return views.statuses().of(me, posts.seen(me, id));
  }

  /** All reactions to a post with those who react, or only those with one emoji. */
  private void list(Context ctx) {
    ActorId viewer = views.authorization().viewer(ctx, "read:statuses");
    Post post = posts.seen(viewer, PostId.parse(ctx.pathParam("id")));
    if (post.boostOf() != null) post = posts.seen(viewer, post.boostOf());
    String wanted = ctx.pathParamMap().get("emoji");
    ctx.json(of(viewer, post, Optional.ofNullable(wanted).map(ReactionEmoji::canonical)));
  }

  private List<ReactionJson> of(@Nullable ActorId viewer, Post post, Optional<String> name) {
    Map<String, List<ActorId>> reactors = reactions.reactors(post.id(), MOST_ACCOUNTS);
    Map<ActorId, Actor> people =
        actors.byIds(reactors.values().stream().flatMap(List::stream).distinct().toList());
    Map<String, AccountJson> accounts = new HashMap<>();
    for (AccountJson account :
        views.accounts().all(people.values().stream().filter(Actor::isPresent).toList()))
      accounts.put(account.id(), account);
    List<ReactionJson> all = new ArrayList<>();
    for (ReactionJson one : views.statuses().of(viewer, post).reactions()) {
      if (name.isPresent() && !name.get().equals(one.name())) continue;
      all.add(
          one.with(
              reactors.getOrDefault(one.name(), List.of()).stream()
                  .map(id -> accounts.get(id.toString()))
                  .filter(Objects::nonNull)
                  .toList()));
    }
    return all;
  }
}
