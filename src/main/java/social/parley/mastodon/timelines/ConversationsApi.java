package social.parley.mastodon.timelines;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import social.parley.conversations.Conversation;
import social.parley.conversations.Conversations;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.http.Answers;
import social.parley.http.Endpoints;
import social.parley.mastodon.Views;
import social.parley.posts.Post;

/** {@code /api/v1/conversations}, with Pleroma's additions, and the timeline of letters. */
public final class ConversationsApi implements Endpoints {
  private final Views views;
  private final ConversationView view;
  private final Conversations conversations;

  public ConversationsApi(Views views, ConversationView view, Conversations conversations) {
    this.views = views;
    this.view = view;
    this.conversations = conversations;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/conversations", this::page);
    routes.delete("/api/v1/conversations/{id}", this::putAway);
    routes.post("/api/v1/conversations/{id}/read", ctx -> mark(ctx, false));
    routes.post("/api/v1/conversations/{id}/unread", ctx -> mark(ctx, true));
    routes.post("/api/v1/pleroma/conversations/read", this::markAllRead);
    routes.get("/api/v1/pleroma/conversations/{id}", this::show);
    routes.patch("/api/v1/pleroma/conversations/{id}", this::changeRecipients);
    routes.get("/api/v1/pleroma/conversations/{id}/statuses", this::posts);
    routes.get("/api/v1/timelines/direct", this::letters);
  }

  private void page(Context ctx) {
    ActorId me = reader(ctx);
    Page<Conversation> page = conversations.page(me, views.paging().ids(ctx, 20, 40));
    views.paging().link(ctx, page);
    ctx.json(view.of(me, page.items()));
  }

  private void show(Context ctx) {
    ctx.json(view.of(conversations.find(reader(ctx), id(ctx))));
  }

  private void posts(Context ctx) {
    ActorId me = reader(ctx);
    answer(ctx, me, conversations.posts(me, id(ctx), views.paging().ids(ctx, 20, 40)));
  }

  private void letters(Context ctx) {
    ActorId me = reader(ctx);
    answer(ctx, me, conversations.letters(me, views.paging().ids(ctx, 20, 40)));
  }

  private void answer(Context ctx, ActorId me, Page<Post> page) {
    views.paging().link(ctx, page);
    Answers.json(ctx, views.statuses().of(me, page.items()));
  }

  private void mark(Context ctx, boolean unread) {
    ActorId me = writer(ctx);
    ctx.json(view.of(conversations.mark(me, id(ctx), unread)));
  }

  private void markAllRead(Context ctx) {
    ActorId me = writer(ctx);
    ctx.json(view.of(me, conversations.markAllRead(me)));
  }

  private void putAway(Context ctx) {
    conversations.putAway(writer(ctx), id(ctx));
    ctx.json(Map.of());
  }

  /** Who gets a letter is decided by each letter here, not by the conversation. */
  private void changeRecipients(Context ctx) {
    conversations.find(writer(ctx), id(ctx));
    throw new Refused.NotSupported("Recipients are chosen with every post");
  }

  private ActorId reader(Context ctx) {
    return views.authorization().user(ctx, "read:statuses").actor();
  }

  private ActorId writer(Context ctx) {
    return views.authorization().user(ctx, "write:conversations").actor();
  }

  private static long id(Context ctx) {
    return Ids.parse(ctx.pathParam("id"));
  }
}
