package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import social.parley.accounts.Access;
import social.parley.core.ActorId;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.filters.FilterContext;
import social.parley.http.Answers;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.scheduling.ScheduledView;
import social.parley.media.Media;
import social.parley.media.MediaFile;
import social.parley.posts.Draft;
import social.parley.posts.Edit;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Thread;
import social.parley.scheduling.ScheduledPosts;

/** {@code /api/v1/statuses}: writing, reading, editing and deleting posts. */
final class StatusesApi implements Endpoints {
  private static final int MOST_BY_ID = 20;

  private final Authorization authorization;
  private final Posts posts;
  private final StatusView view;
  private final StatusHistory history;
  private final DraftReader drafts;
  private final AccountView accounts;
  private final ScheduledPosts scheduled;
  private final ScheduledView waiting;
  private final Media media;
  private final Thumbnails thumbnails;

  StatusesApi(
      Authorization authorization,
      Posts posts,
      StatusView view,
      StatusHistory history,
      DraftReader drafts,
      AccountView accounts,
      ScheduledPosts scheduled,
      ScheduledView waiting,
      Media media) {
    this.authorization = authorization;
    this.posts = posts;
    this.view = view;
    this.history = history;
    this.drafts = drafts;
    this.accounts = accounts;
    this.scheduled = scheduled;
    this.waiting = waiting;
    this.media = media;
    this.thumbnails = new Thumbnails(media);
  }

  /** With pictures, as those that edits bring. */
  @Override
  public List<String> uploads() {
    return List.of("/api/v1/statuses");
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/statuses", this::publish);
    routes.get("/api/v1/statuses", this::several);
    routes.get("/api/v1/statuses/{id}", this::show);
    routes.put("/api/v1/statuses/{id}", this::edit);
    routes.patch("/api/v1/statuses/{id}", this::edit);
    routes.delete("/api/v1/statuses/{id}", this::delete);
    routes.get("/api/v1/statuses/{id}/context", this::context);
    routes.get("/api/v1/statuses/{id}/history", this::history);
    routes.get("/api/v1/statuses/{id}/source", this::source);
  }

  /** The Error entity with those whom a client did not mean to mention. */
  private record Unexpected(String error, List<AccountJson> unexpectedAccounts) {}

  private void publish(Context ctx) {
    Access access = authorization.user(ctx, "write:statuses");
    Draft draft = drafts.draft(ctx, access);
    Instant at = ApiDates.given(ctx, "scheduled_at");
    try {
      if (at == null) {
        Post post = posts.publish(draft);
        ctx.json(view.of(post.author(), post));
      } else ctx.json(waiting.of(scheduled.schedule(draft, at, access.application().id())));
    } catch (Refused.Unexpected others) {
      ctx.status(422).json(new Unexpected(others.reason(), accounts.of(others.people())));
    }
  }

  private void several(Context ctx) {
    ActorId viewer = authorization.viewer(ctx, "read:statuses");
    List<String> ids = Parameters.of(ctx).texts("id");
    if (ids.size() > MOST_BY_ID)
      throw new Refused.Invalid("id", "At most " + MOST_BY_ID + " statuses at a time");
    List<PostId> wanted = ids.stream().flatMap(StatusesApi::readable).toList();
    Map<PostId, Post> seen = posts.visible(viewer, wanted);
    Answers.json(
        ctx, view.of(viewer, wanted.stream().map(seen::get).filter(Objects::nonNull).toList()));
  }

  /** What is no id names nothing, like the id of something that is gone. */
  private static Stream<PostId> readable(String id) {
    try {
      return Stream.of(PostId.parse(id));
    } catch (Refused.NotFound none) {
      return Stream.empty();
    }
  }

  private void show(Context ctx) {
    ActorId viewer = authorization.viewer(ctx, "read:statuses");
    Answers.json(ctx, view.of(viewer, posts.seen(viewer, id(ctx))));
  }

  private void edit(Context ctx) {
    Access access = authorization.user(ctx, "write:statuses");
    PostId post = id(ctx);
    Edit wish = drafts.edit(ctx);
    for (Parameters file : Parameters.of(ctx).each("media_attributes"))
      replaceThumbnail(access.actor(), post, file);
    ctx.json(view.of(access.actor(), posts.edit(access.actor(), post, wish)));
  }

  /** Before the edit, as pictures take their time. */
  private void replaceThumbnail(ActorId me, PostId post, Parameters given) {
    if (given.file("thumbnail") == null) return;
    MediaFile file = media.own(me, MediaId.parse(given.text("id", "")));
    if (file.postId() != null && !file.postId().equals(post)) throw new Refused.NotFound();
    thumbnails.given(me, file, given);
  }

  /** Answers what a client needs to put the post into its composer again. */
  private void delete(Context ctx) {
    ActorId me = authorization.user(ctx, "write:statuses").actor();
    Post post = posts.seen(me, id(ctx));
    StatusJson before = view.deleted(post);
    if (Parameters.of(ctx).flag("delete_media", false)) posts.deleteWithMedia(me, post.id());
    else posts.delete(me, post.id());
    ctx.json(before);
  }

  private void context(Context ctx) {
    ActorId viewer = authorization.viewer(ctx, "read:statuses");
    Post post = posts.seen(viewer, id(ctx));
    Thread thread = posts.context(viewer, post);
    if (viewer != null) AsyncRefreshes.announce(ctx, posts.completions().opened(post));
    Answers.json(
        ctx,
        new StatusJson.Context(
            view.of(viewer, thread.ancestors(), FilterContext.THREAD),
            view.of(viewer, thread.descendants(), FilterContext.THREAD)));
  }

  private void history(Context ctx) {
    ActorId viewer = authorization.viewer(ctx, "read:statuses");
    ctx.json(history.of(viewer, posts.seen(viewer, id(ctx))));
  }

  private void source(Context ctx) {
    ActorId me = authorization.user(ctx, "read:statuses").actor();
    ctx.json(history.source(posts.seen(me, id(ctx))));
  }

  private static PostId id(Context ctx) {
    return PostId.parse(ctx.pathParam("id"));
  }
}
