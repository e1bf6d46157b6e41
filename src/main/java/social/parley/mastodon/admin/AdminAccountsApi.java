package social.parley.mastodon.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Account;
import social.parley.accounts.Permission;
import social.parley.accounts.Role;
import social.parley.core.ActorId;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.Views;
import social.parley.moderation.Decision;
import social.parley.moderation.PeopleFilter;
import social.parley.moderation.PeopleFilter.Status;
import social.parley.moderation.PeopleList;
import social.parley.moderation.Sanction;
import social.parley.moderation.Sanctions;

/** {@code /api/v1/admin/accounts}: looking for people, and deciding about them. */
public final class AdminAccountsApi implements Endpoints {
  private static final String PATH = "/api/v1/admin/accounts";
  private static final String ONE = PATH + "/{id}";
  private static final String WRITE = "admin:write:accounts";
  private static final List<Role> STAFF = List.of(Role.OWNER, Role.ADMIN, Role.MODERATOR);

  private final Views views;
  private final Staff staff;
  private final PeopleList list;
  private final Sanctions sanctions;
  private final AdminAccountView accounts;

  public AdminAccountsApi(
      Views views, PeopleList list, Sanctions sanctions, AdminAccountView accounts) {
    this.views = views;
    this.staff = new Staff(views.authorization());
    this.list = list;
    this.sanctions = sanctions;
    this.accounts = accounts;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, ctx -> list(ctx, first(Parameters.of(ctx))));
    routes.get("/api/v2/admin/accounts", ctx -> list(ctx, second(Parameters.of(ctx))));
    routes.get(ONE, this::one);
    routes.delete(ONE, this::delete);
    routes.post(ONE + "/action", this::act);
    routes.post(ONE + "/approve", ctx -> decide(ctx, true));
    routes.post(ONE + "/reject", ctx -> decide(ctx, false));
    lift(routes, "enable", Sanction.DISABLE);
    lift(routes, "unsilence", Sanction.SILENCE);
    lift(routes, "unsuspend", Sanction.SUSPEND);
    lift(routes, "unsensitive", Sanction.SENSITIVE);
  }

  private Account may(Context ctx, String scope) {
    return staff.may(ctx, scope, Permission.MANAGE_USERS);
  }

  private void list(Context ctx, PeopleFilter filter) {
    may(ctx, "admin:read:accounts");
    Page<ActorId> page = list.page(filter, views.paging().ids(ctx, 100, 200));
    views.paging().link(ctx, page);
    ctx.json(accounts.of(page.items()).values());
  }

  /** The filters of the first version, each a switch of its own. */
  private static PeopleFilter first(Parameters given) {
    Boolean local = null;
    if (given.flag("local", false)) local = true;
    else if (given.flag("remote", false)) local = false;
    Status status = null;
    for (Status one : Status.values()) if (given.flag(Words.name(one), false)) status = one;
    List<Role> roles = given.flag("staff", false) ? STAFF : List.of();
    return filter(given, local, status, roles, null);
  }

  private static PeopleFilter second(Parameters given) {
    Boolean local =
        switch (given.text("origin", "")) {
          case "local" -> Boolean.TRUE;
          case "remote" -> Boolean.FALSE;
          default -> null;
        };
    Status status = Words.of(Status.class, "status", given.text("status"));
    List<Role> roles = new ArrayList<>();
    if (given.text("permissions", "").equals("staff")) roles.addAll(STAFF);
    for (String id : given.texts("role_ids")) roles.add(role(id));
    String inviter = given.text("invited_by", "");
    return filter(given, local, status, roles, inviter.isEmpty() ? null : ActorId.parse(inviter));
  }

  private static Role role(String id) {
    return switch (id) {
      case "3" -> Role.OWNER;
      case "2" -> Role.ADMIN;
      case "1" -> Role.MODERATOR;
      default -> Role.USER;
    };
  }

  private static PeopleFilter filter(
      Parameters given,
      @Nullable Boolean local,
      @Nullable Status status,
      List<Role> roles,
      @Nullable ActorId inviter) {
    return new PeopleFilter(
        local,
        status,
        roles,
        inviter,
        given.text("username", ""),
        given.text("display_name", ""),
        given.text("by_domain", ""),
        given.text("email", ""),
        given.text("ip", ""));
  }

  private void one(Context ctx) {
    may(ctx, "admin:read:accounts");
    ctx.json(accounts.of(id(ctx)));
  }

  private void act(Context ctx) {
    Account me = may(ctx, WRITE);
    Parameters given = Parameters.of(ctx);
    Sanction sanction = Words.of(Sanction.class, "type", given.text("type"));
    if (sanction == null) throw new Refused.Invalid("type", "ERR_BLANK", "can't be blank");
    sanctions.act(
        me,
        id(ctx),
        new Decision(
            sanction,
            given.text("text", ""),
            given.flag("send_email_notification", false),
            given.number("report_id")));
    ctx.json(Map.of());
  }

  private void lift(RoutesConfig routes, String name, Sanction sanction) {
    routes.post(
        ONE + "/" + name,
        ctx -> {
          sanctions.lift(may(ctx, WRITE), id(ctx), sanction);
          ctx.json(accounts.of(id(ctx)));
        });
  }

  private void decide(Context ctx, boolean approved) {
    Account me = may(ctx, WRITE);
    AdminAccountJson before = accounts.of(id(ctx));
    sanctions.decide(me, id(ctx), approved);
    ctx.json(approved ? accounts.of(id(ctx)) : before);
  }

  private void delete(Context ctx) {
    Account me = staff.may(ctx, WRITE, Permission.DELETE_USER_DATA);
    sanctions.delete(me, id(ctx));
    ctx.json(accounts.of(id(ctx)));
  }

  private static ActorId id(Context ctx) {
    return ActorId.parse(ctx.pathParam("id"));
  }
}
