package social.parley.mastodon.interactions;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.interactions.InteractionRequest;
import social.parley.interactions.Interactions;
import social.parley.interactions.RequestFilter;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.StatusJson;
import social.parley.mastodon.Views;
import social.parley.posts.Deed;
import social.parley.posts.Post;
import social.parley.posts.Posts;

/** What waits for somebody's agreement, as GoToSocial shows it. */
public final class InteractionsApi implements Endpoints {
  private final Views views;
  private final Posts posts;
  private final Interactions interactions;

  public InteractionsApi(Views views, Posts posts, Interactions interactions) {
    this.views = views;
    this.posts = posts;
    this.interactions = interactions;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/interaction_requests", this::list);
    routes.get("/api/v1/interaction_requests/{request}", this::show);
    answer(routes, "authorize", interactions::accept);
    answer(routes, "reject", interactions::reject);
  }

  private void list(Context ctx) {
    ActorId me = views.authorization().user(ctx, "read:notifications").actor();
    Page<InteractionRequest> page =
        interactions.pending(me, filter(Parameters.of(ctx)), views.paging().ids(ctx, 40, 80));
    views.paging().link(ctx, page);
    ctx.json(json(me, page.items()));
  }

  private static RequestFilter filter(Parameters given) {
    Set<Deed> deeds = EnumSet.noneOf(Deed.class);
    if (given.flag("favourites", true)) deeds.add(Deed.LIKE);
    if (given.flag("replies", true)) deeds.add(Deed.REPLY);
    if (given.flag("reblogs", true)) deeds.add(Deed.BOOST);
    // Who names kinds without this one knows no quotes.
    boolean named = given.has("favourites") || given.has("replies") || given.has("reblogs");
    if (given.flag("quotes", !named)) deeds.add(Deed.QUOTE);
    if (deeds.isEmpty())
      throw new Refused.Invalid(
          "", "At least one of favourites, replies, reblogs and quotes must be true");
    String post = given.text("status_id", "");
    return new RequestFilter(deeds, post.isEmpty() ? null : PostId.parse(post));
  }

  private void show(Context ctx) {
    ActorId me = views.authorization().user(ctx, "read:notifications").actor();
    one(ctx, me, interactions.find(me, id(ctx)));
  }

  private void answer(
      RoutesConfig routes, String name, BiFunction<ActorId, Long, InteractionRequest> answer) {
    routes.post(
        "/api/v1/interaction_requests/{request}/" + name,
        ctx -> {
          ActorId me = views.authorization().user(ctx, "write:statuses").actor();
          one(ctx, me, answer.apply(me, id(ctx)));
        });
  }

  private void one(Context ctx, ActorId me, InteractionRequest request) {
    List<InteractionJson> json = json(me, List.of(request));
    if (json.isEmpty()) throw new Refused.NotFound();
    ctx.json(json.getFirst());
  }

  private List<InteractionJson> json(ActorId me, List<InteractionRequest> requests) {
    Map<PostId, StatusJson> statuses = statuses(me, requests);
    Map<String, AccountJson> accounts = new HashMap<>();
    List<ActorId> people = requests.stream().map(InteractionRequest::actorId).distinct().toList();
    for (AccountJson account : views.accounts().of(people)) accounts.put(account.id(), account);
    List<InteractionJson> all = new ArrayList<>();
    for (InteractionRequest one : requests) {
      AccountJson account = accounts.get(one.actorId().toString());
      StatusJson status = statuses.get(one.postId());
      if (account != null && status != null) all.add(json(one, account, status, statuses));
    }
    return all;
  }

  private Map<PostId, StatusJson> statuses(ActorId me, List<InteractionRequest> requests) {
    Set<PostId> ids = new LinkedHashSet<>();
    for (InteractionRequest one : requests) {
      ids.add(one.postId());
      if (one.deed() != Deed.BOOST && one.madeId() != null) ids.add(one.madeId());
    }
    List<Post> seen = posts.visibleInOrder(me, List.copyOf(ids));
    Map<PostId, StatusJson> statuses = new HashMap<>();
    for (StatusJson status : views.statuses().of(me, seen))
      statuses.put(PostId.parse(status.id()), status);
    return statuses;
  }

  private static InteractionJson json(
      InteractionRequest request,
      AccountJson account,
      StatusJson status,
      Map<PostId, StatusJson> statuses) {
    StatusJson made = request.madeId() == null ? null : statuses.get(request.madeId());
    return new InteractionJson(
        Long.toString(request.id()),
        type(request.deed()),
        ApiDates.of(request.createdAt()),
        account,
        status,
        request.deed() == Deed.REPLY ? made : null,
        request.deed() == Deed.QUOTE ? made : null,
        date(request.acceptedAt()),
        date(request.rejectedAt()));
  }

  private static String type(Deed deed) {
    return switch (deed) {
      case LIKE -> "favourite";
      case REPLY -> "reply";
      case BOOST -> "reblog";
      case QUOTE -> "quote";
    };
  }

  private static @Nullable String date(@Nullable Instant time) {
    return time == null ? null : ApiDates.of(time);
  }

  private static long id(Context ctx) {
    return Ids.parse(ctx.pathParam("request"));
  }
}
