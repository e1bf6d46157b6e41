package social.parley.mastodon.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Account;
import social.parley.accounts.Permission;
import social.parley.core.ActorId;
import social.parley.core.Page;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.Views;
import social.parley.moderation.Report;
import social.parley.moderation.ReportCategory;
import social.parley.moderation.ReportFilter;
import social.parley.moderation.Reports;

/** {@code /api/v1/admin/reports}: what people have told the staff, and what becomes of it. */
public final class AdminReportsApi implements Endpoints {
  private static final String PATH = "/api/v1/admin/reports";
  private static final String ONE = PATH + "/{id}";

  private final Views views;
  private final Staff staff;
  private final Reports reports;
  private final AdminReportView view;

  public AdminReportsApi(Views views, Reports reports, AdminReportView view) {
    this.views = views;
    this.staff = new Staff(views.authorization());
    this.reports = reports;
    this.view = view;
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
            resolved(given),
            person(given.text("account_id")),
            person(given.text("target_account_id")));
    Page<Report> page = reports.page(filter, views.paging().ids(ctx, 100, 200));
    views.paging().link(ctx, page);
    ctx.json(view.of(me, page.items()));
  }

  /** Open ones, unless the others are asked for as well or instead. */
  private static @Nullable Boolean resolved(Parameters given) {
    boolean resolved = given.flag("resolved", false);
    return resolved && given.flag("unresolved", false) ? null : Boolean.valueOf(resolved);
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
    ctx.json(view.of(me, List.of(report)).getFirst());
  }

  private static long id(Context ctx) {
    return ActorId.parse(ctx.pathParam("id")).value();
  }
}
