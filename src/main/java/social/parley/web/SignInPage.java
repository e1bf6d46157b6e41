package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Account;
import social.parley.accounts.AccountState;
import social.parley.accounts.Accounts;
import social.parley.accounts.EmailConfirmation;
import social.parley.accounts.PasswordReset;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;

/** Logging in and out. */
public final class SignInPage implements Endpoints {
  static final String PATH = "/auth/sign_in";

  /** Where somebody logs in, to be led on to another page. */
  static String href(String next) {
    return PATH + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }

  private final Routing routing;
  private final Pages pages;
  private final Visitors visitors;
  private final Accounts accounts;
  private final EmailConfirmation confirmation;
  private final PasswordReset reset;

  SignInPage(
      Routing routing,
      Pages pages,
      Visitors visitors,
      Accounts accounts,
      EmailConfirmation confirmation,
      PasswordReset reset) {
    this.routing = routing;
    this.pages = pages;
    this.visitors = visitors;
    this.accounts = accounts;
    this.confirmation = confirmation;
    this.reset = reset;
  }

  /** The form as it was filled in; never the password. */
  public record View(String login, String next, boolean wrong, boolean resets) {}

  /** Why somebody with the right password cannot come in. */
  public record Waiting(AccountState state) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, PATH, this::show);
    routing.form(routes, PATH, this::enter);
    routing.form(routes, "/auth/sign_out", this::leave);
  }

  private void show(Context ctx) {
    String next = next(ctx);
    boolean again = Parameters.of(ctx).flag("again", false);
    if (visitors.find(ctx).isPresent() && !again) LocalPath.go(ctx, next);
    else form(ctx, "", next, false);
  }

  private static String next(Context ctx) {
    return LocalPath.checked(Parameters.of(ctx).text("next"), "/home");
  }

  private void form(Context ctx, String login, String next, boolean wrong) {
    pages.show(
        ctx,
        Head.of(say("do.login")).hidden(true),
        "sign-in",
        new View(login, next, wrong, reset.isAvailable()));
  }

  private void enter(Context ctx) {
    Parameters given = Parameters.of(ctx);
    String login = given.text("login", "");
    routing.limit(ctx, Limit.LOGIN, login);
    Account account = authenticated(login, given.text("password", ""));
    if (account == null) {
      ctx.status(422);
      form(ctx, login, next(ctx), true);
      return;
    }
    switch (account.state()) {
      case ACTIVE -> {
        visitors.enter(ctx, account);
        LocalPath.go(ctx, next(ctx));
      }
      case UNCONFIRMED -> {
        if (given.flag("resend", false)) confirmation.resend(account, null);
        waiting(ctx, account.state());
      }
      case PENDING, DISABLED -> waiting(ctx, account.state());
    }
  }

  private @Nullable Account authenticated(String login, String password) {
    try {
      return accounts.authenticate(login, password);
    } catch (Refused.Unauthorized wrong) {
      return null;
    }
  }

  /** Says what is missing before somebody can come in. */
  void waiting(Context ctx, AccountState state) {
    pages.show(ctx, Head.of(say("waiting.head")).hidden(true), "waiting", new Waiting(state));
  }

  private void leave(Context ctx) {
    visitors.leave(ctx);
    pages.notice(ctx, Notice.LOGGED_OUT);
    LocalPath.go(ctx, "/");
  }
}
