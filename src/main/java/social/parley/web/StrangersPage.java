package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Choice;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.filters.FilterContext;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.notifications.NotificationPolicies;
import social.parley.notifications.NotificationPolicy;
import social.parley.notifications.NotificationRequest;
import social.parley.notifications.Treatment;
import social.parley.posts.Posts;

/** Of whom a person wants to hear, and those who are kept apart until they decide. */
public final class StrangersPage implements Endpoints {
  static final String PATH = "/settings/notifications";
  private static final String REQUESTS = "/notifications/requests";

  /** Kinds whose name does not say it all. */
  private static final Set<String> EXPLAINED =
      Set.of("not_followers", "new_accounts", "private_mentions");

  private final PageParts parts;
  private final NotificationPolicies policies;
  private final PushPage push;
  private final Posts posts;

  StrangersPage(PageParts parts, NotificationPolicies policies, PushPage push, Posts posts) {
    this.parts = parts;
    this.policies = policies;
    this.push = push;
    this.posts = posts;
  }

  /** What becomes of notifications from whom, how many wait, and whether the browser is woken. */
  public record Policy(List<Kind> kinds, long waiting, PushView push) {}

  /** People of one kind, and what becomes of what they do. */
  public record Kind(String name, String label, String hint, Treatment treatment) {}

  /** A piece of the list of those kept apart. */
  public record Requests(List<Row> rows, @Nullable String more) {}

  /** One of them, how much they did, and the last post in it. */
  public record Row(long id, PersonView person, long count, @Nullable PostView last) {}

  /** What is done with a request. */
  private interface Decision {
    int apply(ActorId me, List<Long> requests);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Routing routing = parts.routing();
    routing.memberPage(routes, PATH, this::show);
    routing.memberForm(routes, PATH, this::save);
    routing.memberPage(routes, REQUESTS, this::requests);
    routing.memberForm(
        routes, REQUESTS + "/{id}/accept", (ctx, me) -> decide(ctx, me, policies::accept));
    routing.memberForm(
        routes, REQUESTS + "/{id}/dismiss", (ctx, me) -> decide(ctx, me, policies::dismiss));
  }

  private void show(Context ctx, Visitor me) {
    NotificationPolicy policy = policies.of(me.id());
    List<Kind> kinds =
        List.of(
            kind("not_following", policy.forNotFollowing()),
            kind("not_followers", policy.forNotFollowers()),
            kind("new_accounts", policy.forNewAccounts()),
            kind("private_mentions", policy.forPrivateMentions()),
            kind("limited_accounts", policy.forLimitedAccounts()),
            kind("bots", policy.forBots()));
    parts
        .pages()
        .show(
            ctx,
            Head.of(say("nav.notifications")).at(Nav.SETTINGS),
            "settings-notifications",
            new Policy(kinds, policies.summary(me.id()).requests(), push.view(me)));
  }

  private static Kind kind(String name, Treatment treatment) {
    String hint = EXPLAINED.contains(name) ? say("strangers.hint." + name) : "";
    return new Kind(name, say("strangers." + name), hint, treatment);
  }

  private void save(Context ctx, Visitor me) {
    Parameters given = Parameters.of(ctx);
    var unused =
        policies.change(
            me.id(),
            old ->
                new NotificationPolicy(
                    treatment(given, "not_following", old.forNotFollowing()),
                    treatment(given, "not_followers", old.forNotFollowers()),
                    treatment(given, "new_accounts", old.forNewAccounts()),
                    treatment(given, "private_mentions", old.forPrivateMentions()),
                    treatment(given, "limited_accounts", old.forLimitedAccounts()),
                    treatment(given, "bots", old.forBots())));
    parts.pages().notice(ctx, Notice.SAVED);
    LocalPath.go(ctx, PATH);
  }

  private static Treatment treatment(Parameters given, String name, Treatment old) {
    return Choice.of(Treatment.class, given.text(name, "")).orElse(old);
  }

  private void requests(Context ctx, Visitor me) {
    Function<Cursor, Page<NotificationRequest>> list = at -> policies.requests(me.id(), at);
    Page<NotificationRequest> page = list.apply(Feeds.cursor(ctx, Feeds.LENGTH));
    Requests view = new Requests(rows(me, page.items()), Feeds.more(ctx, page, Feeds.LENGTH, list));
    parts
        .pages()
        .show(
            ctx, Head.of(say("apart.title")).at(Nav.NOTIFICATIONS), "notification-requests", view);
  }

  private List<Row> rows(Visitor me, List<NotificationRequest> list) {
    Map<ActorId, PersonView> people = new HashMap<>();
    for (PersonView person :
        parts.people().of(list.stream().map(NotificationRequest::actorId).toList()))
      people.put(person.id(), person);
    List<PostId> ids = new ArrayList<>();
    for (NotificationRequest one : list) if (one.lastPostId() != null) ids.add(one.lastPostId());
    Map<PostId, PostView> last = new HashMap<>();
    for (PostView view :
        parts.views().of(me, posts.visibleInOrder(me.id(), ids), FilterContext.NOTIFICATIONS))
      last.put(view.id(), view);
    List<Row> rows = new ArrayList<>();
    for (NotificationRequest one : list) {
      PersonView person = people.get(one.actorId());
      if (person != null)
        rows.add(
            new Row(
                one.id(),
                person,
                one.count(),
                one.lastPostId() == null ? null : last.get(one.lastPostId())));
    }
    return rows;
  }

  private void decide(Context ctx, Visitor me, Decision decision) {
    if (decision.apply(me.id(), List.of(Routing.id(ctx))) == 0) throw new Refused.NotFound();
    LocalPath.go(ctx, REQUESTS);
  }
}
