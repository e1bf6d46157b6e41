package social.parley.mastodon.timelines;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.filters.FilterContext;
import social.parley.http.Answers;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.lists.ListId;
import social.parley.lists.Lists;
import social.parley.lists.PersonalList;
import social.parley.lists.Replies;
import social.parley.mastodon.Views;
import social.parley.posts.Post;
import social.parley.timelines.Timelines;

/** {@code /api/v1/lists}, their members and timelines. */
public final class ListsApi implements Endpoints {
  private final Views views;
  private final Lists lists;
  private final Timelines timelines;

  public ListsApi(Views views, Lists lists, Timelines timelines) {
    this.views = views;
    this.lists = lists;
    this.timelines = timelines;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/lists", this::all);
    routes.post("/api/v1/lists", this::create);
    routes.get("/api/v1/lists/{id}", ctx -> ctx.json(ListJson.of(lists.own(reader(ctx), id(ctx)))));
    routes.put("/api/v1/lists/{id}", this::change);
    routes.patch("/api/v1/lists/{id}", this::change);
    routes.delete("/api/v1/lists/{id}", this::delete);
    routes.get("/api/v1/lists/{id}/accounts", this::members);
    routes.post("/api/v1/lists/{id}/accounts", this::join);
    routes.delete("/api/v1/lists/{id}/accounts", this::leave);
    routes.get("/api/v1/accounts/{id}/lists", this::holding);
    routes.get("/api/v1/timelines/list/{id}", this::timeline);
  }

  private void all(Context ctx) {
    ctx.json(lists.of(reader(ctx)).stream().map(ListJson::of).toList());
  }

  private void create(Context ctx) {
    ActorId me = writer(ctx);
    Parameters given = Parameters.of(ctx);
    Replies replies = replies(given);
    PersonalList list =
        lists.create(
            me,
            given.text("title", ""),
            replies == null ? Replies.LIST : replies,
            given.flag("exclusive", false));
    ctx.json(ListJson.of(list));
  }

  private void change(Context ctx) {
    ActorId me = writer(ctx);
    Parameters given = Parameters.of(ctx);
    PersonalList list =
        lists.change(me, id(ctx), given.text("title"), replies(given), given.flag("exclusive"));
    ctx.json(ListJson.of(list));
  }

  private static @Nullable Replies replies(Parameters given) {
    return switch (given.text("replies_policy", "")) {
      case "" -> null;
      case "followed" -> Replies.FOLLOWED;
      case "list" -> Replies.LIST;
      case "none" -> Replies.NONE;
      default ->
          throw new Refused.Invalid(
              "replies_policy", "ERR_INCLUSION", "is not included in the list");
    };
  }

  private void delete(Context ctx) {
    lists.delete(writer(ctx), id(ctx));
    ctx.json(Map.of());
  }

  private void members(Context ctx) {
    ActorId me = reader(ctx);
    if (Parameters.of(ctx).limit("limit", 40, 80) == 0) {
      ctx.json(views.accounts().of(lists.members(me, id(ctx))));
      return;
    }
    Page<ActorId> page = lists.members(me, id(ctx), views.paging().hidden(ctx, 40, 80));
    views.paging().link(ctx, page);
    ctx.json(views.accounts().of(page.items()));
  }

  private void join(Context ctx) {
    lists.join(writer(ctx), id(ctx), people(ctx));
    ctx.json(Map.of());
  }

  private void leave(Context ctx) {
    lists.leave(writer(ctx), id(ctx), people(ctx));
    ctx.json(Map.of());
  }

  private static List<ActorId> people(Context ctx) {
    return Parameters.of(ctx).texts("account_ids").stream().map(ActorId::parse).toList();
  }

  private void holding(Context ctx) {
    ActorId member = ActorId.parse(ctx.pathParam("id"));
    ActorId me = reader(ctx);
    ctx.json(lists.holding(me, member).stream().map(ListJson::of).toList());
  }

  private void timeline(Context ctx) {
    ActorId me = reader(ctx);
    Page<Post> page = timelines.list(me, id(ctx), views.paging().ids(ctx, 20, 40));
    views.paging().link(ctx, page);
    Answers.json(ctx, views.statuses().of(me, page.items(), FilterContext.HOME));
  }

  private ActorId reader(Context ctx) {
    return views.authorization().user(ctx, "read:lists").actor();
  }

  private ActorId writer(Context ctx) {
    return views.authorization().user(ctx, "write:lists").actor();
  }

  private static ListId id(Context ctx) {
    return ListId.parse(ctx.pathParam("id"));
  }
}
