package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import social.parley.accounts.Accounts;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;

/** Where people delete their account, once they have read what that means. */
public final class DeletionPage implements Endpoints {
  private static final String PATH = "/settings/account/delete";
  private static final String PASSWORD = "current_password";

  private final PageParts parts;
  private final Accounts accounts;

  DeletionPage(PageParts parts, Accounts accounts) {
    this.parts = parts;
    this.accounts = accounts;
  }

  /** The name that goes, and what was wrong with the form. */
  public record View(String acct, Problems problems) {}

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().memberPage(routes, PATH, (ctx, me) -> show(ctx, me, Problems.NONE));
    parts.routing().memberForm(routes, PATH, this::delete);
  }

  private void show(Context ctx, Visitor me, Problems problems) {
    if (problems.any()) ctx.status(422);
    View view = new View(me.actor().acct(), problems);
    parts.pages().show(ctx, Head.of(say("leave.title")).at(Nav.SETTINGS), "settings-delete", view);
  }

  private void delete(Context ctx, Visitor me) {
    parts.routing().limit(ctx, Limit.LOGIN);
    if (!accounts.hasPassword(me.account().id(), Parameters.of(ctx).text(PASSWORD, ""))) {
      show(ctx, me, Problems.of(PASSWORD, say("export.archive.password")));
      return;
    }
    accounts.delete(me.account().id());
    parts.visitors().leave(ctx);
    parts.pages().notice(ctx, Notice.ACCOUNT_DELETED);
    LocalPath.go(ctx, "/");
  }
}
