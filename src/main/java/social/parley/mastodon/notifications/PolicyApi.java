package social.parley.mastodon.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.Paging;
import social.parley.mastodon.StatusJson;
import social.parley.mastodon.Views;
import social.parley.notifications.NotificationPolicies;
import social.parley.notifications.NotificationPolicy;
import social.parley.notifications.NotificationRequest;
import social.parley.notifications.Treatment;
import social.parley.posts.Posts;

/**
 * {@code /api/v2/notifications/policy} and {@code /api/v1/notifications/requests}: whom one wants
 * to hear of, and those who are kept apart.
 */
public final class PolicyApi implements Endpoints {
  private static final String POLICY = "/api/v2/notifications/policy";
  private static final String FIRST_POLICY = "/api/v1/notifications/policy";
  private static final String REQUESTS = "/api/v1/notifications/requests";

  private final Authorization authorization;
  private final Views views;
  private final Paging paging;
  private final NotificationPolicies policies;
  private final Posts posts;

  public PolicyApi(Views views, NotificationPolicies policies, Posts posts) {
    this.authorization = views.authorization();
    this.views = views;
    this.paging = views.paging();
    this.policies = policies;
    this.posts = posts;
  }

  /** The NotificationRequest entity. */
  private record RequestJson(
      String id,
      String createdAt,
      String updatedAt,
      String notificationsCount,
      AccountJson account,
      @JsonInclude(Include.NON_NULL) @Nullable StatusJson lastStatus) {}

  /** What is done with some requests; gives how many there were. */
  private interface Deed {
    int apply(ActorId me, List<Long> requests);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(POLICY, this::show);
    routes.patch(POLICY, this::change);
    routes.put(POLICY, this::change);
    routes.get(FIRST_POLICY, this::showFirst);
    routes.put(FIRST_POLICY, this::changeFirst);
    routes.patch(FIRST_POLICY, this::changeFirst);
    routes.get(REQUESTS, this::list);
    // Accepting moves everything at once: nothing is ever on its way.
    routes.get(
        REQUESTS + "/merged",
        ctx -> {
          authorization.user(ctx, "read:notifications");
          ctx.json(Map.of("merged", true));
        });
    routes.post(REQUESTS + "/accept", ctx -> many(ctx, policies::accept));
    routes.post(REQUESTS + "/dismiss", ctx -> many(ctx, policies::dismiss));
    routes.get(REQUESTS + "/{id}", this::one);
    routes.post(REQUESTS + "/{id}/accept", ctx -> one(ctx, policies::accept));
    routes.post(REQUESTS + "/{id}/dismiss", ctx -> one(ctx, policies::dismiss));
  }

  private void show(Context ctx) {
    ActorId me = authorization.user(ctx, "read:notifications").actor();
    answer(ctx, me, policies.of(me));
  }

  private void answer(Context ctx, ActorId me, NotificationPolicy policy) {
    ctx.json(PolicyJson.of(policy, summary(me)));
  }

  private PolicyJson.Summary summary(ActorId me) {
    return PolicyJson.Summary.of(policies.summary(me));
  }

  private void change(Context ctx) {
    ActorId me = authorization.user(ctx, "write:notifications").actor();
    Parameters given = Parameters.of(ctx);
    answer(
        ctx,
        me,
        policies.change(
            me,
            old ->
                new NotificationPolicy(
                    treatment(given, "for_not_following", old.forNotFollowing()),
                    treatment(given, "for_not_followers", old.forNotFollowers()),
                    treatment(given, "for_new_accounts", old.forNewAccounts()),
                    treatment(given, "for_private_mentions", old.forPrivateMentions()),
                    treatment(given, "for_limited_accounts", old.forLimitedAccounts()),
                    treatment(given, "for_bots", old.forBots()))));
  }

  private static Treatment treatment(Parameters given, String key, Treatment old) {
    return switch (given.text(key)) {
      case null -> old;
      case "accept" -> Treatment.ACCEPT;
      case "filter" -> Treatment.FILTER;
      case "drop" -> Treatment.DROP;
      default -> throw new Refused.Invalid(key, "ERR_INCLUSION", "is not included in the list");
    };
  }

  private void showFirst(Context ctx) {
    ActorId me = authorization.user(ctx, "read:notifications").actor();
    ctx.json(PolicyJson.First.of(policies.of(me), summary(me)));
  }

  private void changeFirst(Context ctx) {
    ActorId me = authorization.user(ctx, "write:notifications").actor();
    Parameters given = Parameters.of(ctx);
    NotificationPolicy changed =
        policies.change(
            me,
            old ->
                new NotificationPolicy(
                    filtered(given, "filter_not_following", old.forNotFollowing()),
                    filtered(given, "filter_not_followers", old.forNotFollowers()),
                    filtered(given, "filter_new_accounts", old.forNewAccounts()),
                    filtered(given, "filter_private_mentions", old.forPrivateMentions()),
                    old.forLimitedAccounts(),
                    old.forBots()));
    ctx.json(PolicyJson.First.of(changed, summary(me)));
  }

  private static Treatment filtered(Parameters given, String key, Treatment old) {
    Boolean filter = given.flag(key);
    if (filter == null) return old;
    return filter ? Treatment.FILTER : Treatment.ACCEPT;
  }

  private void list(Context ctx) {
    ActorId me = authorization.user(ctx, "read:notifications").actor();
    Page<NotificationRequest> page = policies.requests(me, paging.ids(ctx, 40, 80));
    paging.link(ctx, page);
    ctx.json(render(me, page.items()));
  }

  private void one(Context ctx) {
    ActorId me = authorization.user(ctx, "read:notifications").actor();
    List<RequestJson> one = render(me, List.of(policies.request(me, id(ctx))));
    if (one.isEmpty()) throw new Refused.NotFound();
    ctx.json(one.getFirst());
  }

  private void one(Context ctx, Deed deed) {
    ActorId me = authorization.user(ctx, "write:notifications").actor();
    if (deed.apply(me, List.of(id(ctx))) == 0) throw new Refused.NotFound();
    ctx.json(Map.of());
  }

  private void many(Context ctx, Deed deed) {
    ActorId me = authorization.user(ctx, "write:notifications").actor();
    List<Long> ids = new ArrayList<>();
    for (String id : Parameters.of(ctx).texts("id")) ids.add(Ids.parse(id));
    deed.apply(me, ids);
    ctx.json(Map.of());
  }

  private static long id(Context ctx) {
    return Ids.parse(ctx.pathParam("id"));
  }

  private List<RequestJson> render(ActorId me, List<NotificationRequest> requests) {
    Set<PostId> last = new LinkedHashSet<>();
    Set<ActorId> people = new LinkedHashSet<>();
    for (NotificationRequest one : requests) {
      people.add(one.actorId());
      if (one.lastPostId() != null) last.add(one.lastPostId());
    }
    Map<String, AccountJson> accounts = new HashMap<>();
    for (AccountJson account : views.accounts().of(people)) accounts.put(account.id(), account);
    Map<String, StatusJson> statuses = new HashMap<>();
    for (StatusJson status : views.statuses().of(me, posts.visibleInOrder(me, List.copyOf(last))))
      statuses.put(status.id(), status);
    List<RequestJson> rendered = new ArrayList<>();
    for (NotificationRequest one : requests) {
      AccountJson account = accounts.get(one.actorId().toString());
      if (account == null) continue;
      rendered.add(
          new RequestJson(
              Long.toString(one.id()),
              ApiDates.of(one.createdAt()),
              ApiDates.of(one.updatedAt()),
              Long.toString(one.count()),
              account,
              one.lastPostId() == null ? null : statuses.get(one.lastPostId().toString())));
    }
    return rendered;
  }
}
