package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Accounts;
import social.parley.accounts.Applications;
import social.parley.accounts.Session;
import social.parley.accounts.Sessions;
import social.parley.accounts.Token;
import social.parley.accounts.Tokens;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.words.Words;

/** A person's password and address, the browsers they are logged in with, and their apps. */
public final class SecurityPage implements Endpoints {
  private static final String ACCOUNT = "/settings/account";
  private static final String ACCESS = "/settings/access";

  private final Routing routing;
  private final Pages pages;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Tokens tokens;
  private final Applications applications;
  private final Clock clock;

  SecurityPage(
      Routing routing,
      Pages pages,
      Accounts accounts,
      Sessions sessions,
      Tokens tokens,
      Applications applications,
      Clock clock) {
    this.routing = routing;
    this.pages = pages;
    this.accounts = accounts;
    this.sessions = sessions;
    this.tokens = tokens;
    this.applications = applications;
    this.clock = clock;
  }

  /** The address and what was wrong with either form. */
  public record AccountForm(String email, Problems problems) {}

  /** Where somebody is logged in, and which apps act for them. */
  public record AccessView(List<Browser> browsers, List<App> apps) {}

  /** A browser in which the person is logged in. */
  public record Browser(
      long id, String name, String address, Moment started, Moment seen, boolean current) {}

  /** An app that may act for the person. */
  public record App(
      long id,
      String name,
      @Nullable String website,
      String scopes,
      Moment granted,
      @Nullable Moment used) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.memberPage(routes, ACCOUNT, (ctx, visitor) -> account(ctx, visitor, Problems.NONE));
    routing.memberForm(routes, ACCOUNT + "/password", this::changePassword);
    routing.memberForm(routes, ACCOUNT + "/email", this::changeEmail);
    routing.memberPage(routes, ACCESS, this::access);
    routing.memberForm(routes, ACCESS + "/sessions/{id}/end", this::endSession);
    routing.memberForm(routes, ACCESS + "/sessions/end-others", this::endOthers);
    routing.memberForm(routes, ACCESS + "/apps/{id}/revoke", this::revoke);
  }

  private void account(Context ctx, Visitor visitor, Problems problems) {
    if (problems.any()) ctx.status(422);
    pages.show(
        ctx,
        Head.of(say("account.title")).at(Nav.SETTINGS),
        "settings-account",
        new AccountForm(visitor.account().email(), problems));
  }

  private void changePassword(Context ctx, Visitor visitor) {
    routing.limit(ctx, Limit.LOGIN);
    Parameters given = Parameters.of(ctx);
    try {
      accounts.changePassword(
          visitor.account().id(), given.text("current_password", ""), given.text("password", ""));
    } catch (Refused.Invalid wrong) {
      account(ctx, visitor, Problems.of(wrong));
      return;
    }
    sessions.revokeOthers(visitor.account().id(), visitor.session().id());
    pages.notice(ctx, Notice.PASSWORD_CHANGED);
    LocalPath.go(ctx, ACCOUNT);
  }

  private void changeEmail(Context ctx, Visitor visitor) {
    routing.limit(ctx, Limit.LOGIN);
    Parameters given = Parameters.of(ctx);
    String email = given.text("email", "").strip();
    try {
      accounts.changeEmail(visitor.account().id(), given.text("current_password", ""), email);
    } catch (Refused.Invalid wrong) {
      // Both forms ask for the password; only this one is to show that it was wrong.
      Problems problems = Problems.of(wrong);
      account(
          ctx,
          visitor,
          problems.of("current_password") == null
              ? problems
              : Problems.of("email_password", Words.now().refusal(wrong.reason())));
      return;
    }
    boolean now =
        accounts
            .byId(visitor.account().id())
            .filter(account -> account.email().equals(email))
            .isPresent();
    pages.notice(ctx, now ? Notice.SAVED : Notice.CHECK_MAIL);
    LocalPath.go(ctx, ACCOUNT);
  }

  private void access(Context ctx, Visitor visitor) {
    Instant now = clock.instant();
    List<Browser> browsers = new ArrayList<>();
    for (Session session : sessions.of(visitor.account().id()))
      browsers.add(
          new Browser(
              session.id(),
              BrowserName.of(session.browser()),
              session.address(),
              Moment.of(session.createdAt(), now),
              Moment.of(session.lastSeenAt(), now),
              session.id() == visitor.session().id()));
    List<App> apps = new ArrayList<>();
    for (Token token : tokens.of(visitor.account().id())) app(token, now, apps);
    pages.show(
        ctx,
        Head.of(say("access.title")).at(Nav.SETTINGS),
        "settings-access",
        new AccessView(browsers, apps));
  }

  private void app(Token token, Instant now, List<App> apps) {
    Instant used = token.lastUsedAt();
    applications
        .byId(token.application())
        .ifPresent(application ->
            apps.add(
                new App(
                    token.id(),
                    application.name(),
                    application.website(),
                    Permission.line(token.scopes()),
                    Moment.of(token.createdAt(), now),
                    used == null ? null : Moment.of(used, now))));
  }

  private void endSession(Context ctx, Visitor visitor) {
    sessions.revoke(visitor.account().id(), Routing.id(ctx));
    revoked(ctx);
  }

  private void endOthers(Context ctx, Visitor visitor) {
    sessions.revokeOthers(visitor.account().id(), visitor.session().id());
    revoked(ctx);
  }

  private void revoke(Context ctx, Visitor visitor) {
    tokens.revoke(visitor.account().id(), Routing.id(ctx));
    revoked(ctx);
  }

  private void revoked(Context ctx) {
    pages.notice(ctx, Notice.REVOKED);
    LocalPath.go(ctx, ACCESS);
  }
}
