package social.parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import social.parley.accounts.Role;
import social.parley.core.Ids;
import social.parley.core.Refused;
import social.parley.http.Csrf;
import social.parley.http.Limit;
import social.parley.http.RateLimits;

/** Registers pages and forms; no form is taken without its proof that it is ours. */
final class Routing {
  private final Visitors visitors;
  private final Csrf csrf;
  private final RateLimits limits;
  private final ReaderLanguage readers;

  Routing(Visitors visitors, Csrf csrf, RateLimits limits, ReaderLanguage readers) {
    this.visitors = visitors;
    this.csrf = csrf;
    this.limits = limits;
    this.readers = readers;
  }

  /** What answers somebody who is signed in. */
  interface MemberHandler {
    void handle(Context ctx, Visitor visitor) throws Exception;
  }

  /** A page for everybody. */
  void page(RoutesConfig routes, String path, Handler handler) {
    routes.get(
        path,
        ctx -> {
          limits.address(ctx, Limit.PAGE_ADDRESS);
          readers.of(ctx).during(() -> handler.handle(ctx));
        });
  }

  /** A page for people who are signed in. */
  void memberPage(RoutesConfig routes, String path, MemberHandler handler) {
    page(routes, path, ctx -> handler.handle(ctx, visitors.signedIn(ctx)));
  }

  /** A form for everybody. */
  void form(RoutesConfig routes, String path, Handler handler) {
    routes.post(
        path,
        ctx -> {
          limits.address(ctx, Limit.PAGE_ADDRESS);
          csrf.check(ctx);
          readers.of(ctx).during(() -> handler.handle(ctx));
        });
  }

  /** A form for people who are signed in. */
  void memberForm(RoutesConfig routes, String path, MemberHandler handler) {
    routes.post(
        path,
        ctx -> {
          limits.address(ctx, Limit.PAGE_ADDRESS);
          Visitor visitor = visitors.signedIn(ctx);
          csrf.check(ctx);
          readers.of(ctx).during(() -> handler.handle(ctx, visitor));
        });
  }

  /** A page for staff of at least this rank; to others it does not exist. */
  void staffPage(RoutesConfig routes, Role least, String path, MemberHandler handler) {
    memberPage(routes, path, only(least, handler));
  }

  /** A form for staff of at least this rank. */
  void staffForm(RoutesConfig routes, Role least, String path, MemberHandler handler) {
    memberForm(routes, path, only(least, handler));
  }

  private static MemberHandler only(Role least, MemberHandler handler) {
    return (ctx, visitor) -> {
      if (!visitor.account().role().isAtLeast(least)) throw new Refused.NotFound();
      handler.handle(ctx, visitor);
    };
  }

  /** The row that the address names; what is no number is an unknown row. */
  static long id(Context ctx) {
    return Ids.parse(ctx.pathParam("id"));
  }

  void limit(Context ctx, Limit limit) {
    limits.address(ctx, limit);
  }

  void limit(Context ctx, Limit limit, String login) {
    limits.address(ctx, limit);
    limits.login(ctx, limit, login);
  }

  void limit(Context ctx, Limit limit, Visitor visitor) {
    limits.account(ctx, limit, visitor.account().id());
  }
}
