package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import social.parley.accounts.Account;
import social.parley.accounts.AccountState;
import social.parley.accounts.Accounts;
import social.parley.accounts.Invites;
import social.parley.accounts.SignUp;
import social.parley.config.Registration;
import social.parley.core.Refused;
import social.parley.http.ClientAddress;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.words.Words;

/** Asking for an account, as the registration mode allows; an invitation opens most doors. */
public final class SignUpPage implements Endpoints {
  private static final String PATH = "/auth/sign_up";

  private final Routing routing;
  private final Pages pages;
  private final Visitors visitors;
  private final Accounts accounts;
  private final Invites invites;
  private final SignInPage signIn;

  SignUpPage(
      Routing routing,
      Pages pages,
      Visitors visitors,
      Accounts accounts,
      Invites invites,
      SignInPage signIn) {
    this.routing = routing;
    this.pages = pages;
    this.visitors = visitors;
    this.accounts = accounts;
    this.invites = invites;
    this.signIn = signIn;
  }

  /** The form as it was filled in; {@code needsReason} when a moderator will read it. */
  public record View(
      String username,
      String email,
      String reason,
      boolean agreed,
      String invite,
      boolean invited,
      boolean needsReason,
      boolean closed,
      Problems problems) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, PATH, ctx -> empty(ctx, Parameters.of(ctx).text("invite", "")));
    routing.form(routes, PATH, this::submit);
  }

  private void empty(Context ctx, String code) {
    if (visitors.find(ctx).isPresent()) LocalPath.go(ctx, "/home");
    else form(ctx, new SignUp("", "", "", false, "", code, "", null, null), Problems.NONE);
  }

  private void form(Context ctx, SignUp wish, Problems problems) {
    boolean invited = !wish.inviteCode().isBlank() && invites.usable(wish.inviteCode()).isPresent();
    Registration mode = pages.site().registration();
    boolean closed = mode == Registration.CLOSED || (mode == Registration.INVITE && !invited);
    Problems all =
        !wish.inviteCode().isBlank() && !invited && !problems.any()
            ? Problems.of("invite_code", say("signup.code.invalid"))
            : problems;
    pages.show(
        ctx,
        Head.of(say("signup.head")).hidden(invited),
        "sign-up",
        new View(
            wish.username(),
            wish.email(),
            wish.reason(),
            wish.agreement(),
            wish.inviteCode(),
            invited,
            mode == Registration.APPROVAL && !invited,
            closed,
            all));
  }

  private void submit(Context ctx) {
    routing.limit(ctx, Limit.SIGN_UP);
    Parameters given = Parameters.of(ctx);
    SignUp wish =
        new SignUp(
            given.text("username", "").strip(),
            given.text("email", "").strip(),
            given.text("password", ""),
            given.flag("agreement", false) || pages.site().rules().isEmpty(),
            given.text("reason", ""),
            given.text("invite_code", ""),
            Words.now().tag(),
            null,
            ClientAddress.of(ctx).address());
    try {
      welcome(ctx, accounts.signUp(wish));
    } catch (Refused.Invalid wrong) {
      ctx.status(422);
      form(ctx, wish, Problems.of(wrong));
    }
  }

  private void welcome(Context ctx, Account account) {
    if (account.state() != AccountState.ACTIVE) {
      signIn.waiting(ctx, account.state());
      return;
    }
    visitors.enter(ctx, account);
    pages.notice(ctx, Notice.WELCOME);
    LocalPath.go(ctx, "/home");
  }
}
