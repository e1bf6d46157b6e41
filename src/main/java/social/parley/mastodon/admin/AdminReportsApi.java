package social.parley.mastodon.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Account;
import social.parley.accounts.Permission;
import social.parley.config.Settings;
import social.parley.core.ActorId;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.StatusJson;
import social.parley.mastodon.Views;
import social.parley.moderation.Report;
import social.parley.moderation.ReportCategory;
import social.parley.moderation.ReportFilter;
import social.parley.moderation.Reports;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.storage.Database;

/** {@code /api/v1/admin/reports}: what people have told the staff, and what becomes of it. */
public final class AdminReportsApi implements Endpoints {
  private static final String PATH = "/api/v1/admin/reports";
  private static final String ONE = PATH + "/{id}";

  private final Views views;
  private final Settings settings;
  private final Database database;
  private final Posts posts;
  private final Staff staff;
  private final Reports reports;
  private final AdminAccountView accounts;

  public AdminReportsApi(
      Views views,
      Settings settings,
      Database database,
      Posts posts,
      Reports reports,
      AdminAccountView accounts) {
    this.views = views;
    this.settings = settings;
    this.database = database;
    this.posts = posts;
    this.staff = new Staff(views.authorization());
    this.reports = reports;
    this.accounts = accounts;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::list);
    routes.get(ONE, this::one);
    routes.put(ONE, this::change);
    routes.patch(ONE, this::change);
    action(routes, "assign_to_self", (me, id) -> reports.assign(me, id, me));
    action(routes, "unassign", (me, id) -> reports.assign(me, id, null));
    action(routes, "resolve", reports::resolve);
    action(routes, "reopen", reports::reopen);
  }

  private Account may(Context ctx, String scope) {
    return staff.may(ctx, scope, Permission.MANAGE_REPORTS);
  }

  private void action(RoutesConfig routes, String name, BiFunction<ActorId, Long, Report> action) {
    routes.post(
        ONE + "/" + name,
        ctx -> {
          ActorId me = may(ctx, "admin:write:reports").actor();
          answer(ctx, me, action.apply(me, id(ctx)));
        });
  }

  private void list(Context ctx) {
    ActorId me = may(ctx, "admin:read:reports").actor();
    Parameters given = Parameters.of(ctx);
    ReportFilter filter =
        new ReportFilter(
            given.flag("resolved", false),
            person(given.text("account_id")),
            person(given.text("target_account_id")));
    Page<Report> page = reports.page(filter, views.paging().ids(ctx, 100, 200));
    views.paging().link(ctx, page);
    ctx.json(json(me, page.items()));
  }

  private static @Nullable ActorId person(@Nullable String id) {
    return id == null || id.isEmpty() ? null : ActorId.parse(id);
  }

  private void one(Context ctx) {
    ActorId me = may(ctx, "admin:read:reports").actor();
    answer(ctx, me, reports.byId(id(ctx)));
  }

  private void change(Context ctx) {
    ActorId me = may(ctx, "admin:write:reports").actor();
    Parameters given = Parameters.of(ctx);
    ReportCategory category = Words.of(ReportCategory.class, "category", given.text("category"));
    List<String> rules = given.has("rule_ids") ? given.texts("rule_ids") : null;
    answer(ctx, me, reports.change(me, id(ctx), category, rules));
  }

  private void answer(Context ctx, ActorId me, Report report) {
    ctx.json(json(me, List.of(report)).getFirst());
  }

  private List<AdminReportJson> json(ActorId me, List<Report> some) {
    Set<ActorId> people = new LinkedHashSet<>();
    Set<PostId> named = new LinkedHashSet<>();
    for (Report report : some) {
      people.add(report.reporter());
      people.add(report.target());
      if (report.assignedTo() != null) people.add(report.assignedTo());
      if (report.resolvedBy() != null) people.add(report.resolvedBy());
      named.addAll(report.posts());
    }
    Map<ActorId, AdminAccountJson> known = accounts.of(people);
    Map<PostId, StatusJson> statuses = statuses(me, named);
    return some.stream().map(report -> json(report, known, statuses)).toList();
  }

  /**
   * All that are named, whoever else may see them: whoever reports a post shows it to the staff.
   */
  private Map<PostId, StatusJson> statuses(ActorId me, Set<PostId> named) {
    List<Post> found =
        List.copyOf(database.read(db -> posts.byIds(db, named)).values()).stream()
            .filter(post -> !post.isBoost())
            .toList();
    List<StatusJson> rendered = views.statuses().of(me, found);
    Map<PostId, StatusJson> statuses = new HashMap<>();
    for (int i = 0; i < found.size(); i++) statuses.put(found.get(i).id(), rendered.get(i));
    return statuses;
  }

  private AdminReportJson json(
      Report report, Map<ActorId, AdminAccountJson> known, Map<PostId, StatusJson> statuses) {
    Instant resolved = report.resolvedAt();
    return new AdminReportJson(
        Long.toString(report.id()),
        report.isResolved(),
        resolved == null ? null : ApiDates.of(resolved),
        Words.name(report.category()),
        report.comment(),
        report.forwarded(),
        ApiDates.of(report.createdAt()),
        ApiDates.of(report.updatedAt()),
        Objects.requireNonNull(known.get(report.reporter())),
        Objects.requireNonNull(known.get(report.target())),
        report.assignedTo() == null ? null : known.get(report.assignedTo()),
        report.resolvedBy() == null ? null : known.get(report.resolvedBy()),
        report.posts().stream().map(statuses::get).filter(Objects::nonNull).toList(),
        rules(report));
  }

  private List<AdminReportJson.Rule> rules(Report report) {
    List<String> all = settings.about().rules();
    List<AdminReportJson.Rule> broken = new ArrayList<>();
    for (String id : report.rules()) {
      int number = Integer.parseInt(id);
      if (number <= all.size()) broken.add(new AdminReportJson.Rule(id, all.get(number - 1), ""));
    }
    return broken;
  }

  private static long id(Context ctx) {
    return ActorId.parse(ctx.pathParam("id")).value();
  }
}
