package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import social.parley.accounts.Account;
import social.parley.accounts.AccountState;
import social.parley.accounts.EmailConfirmation;
import social.parley.accounts.Mails;
import social.parley.accounts.PasswordReset;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;

/** Where the links in mails lead: confirming an address, and choosing a new password. */
public final class MailLinksPage implements Endpoints {
  private final Routing routing;
  private final Pages pages;
  private final Visitors visitors;
  private final EmailConfirmation confirmation;
  private final PasswordReset reset;

  MailLinksPage(
      Routing routing,
      Pages pages,
      Visitors visitors,
      EmailConfirmation confirmation,
      PasswordReset reset) {
    this.routing = routing;
    this.pages = pages;
    this.visitors = visitors;
    this.confirmation = confirmation;
    this.reset = reset;
  }

  /** Asking for the mail ({@code token} empty), or choosing the password. */
  public record View(String token, boolean sent, boolean available, Problems problems) {}

  /** The button that confirms; a mail scanner that opens the link must not press it. */
  public record Confirmation(String token) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, Mails.PASSWORD_PATH, this::password);
    routing.form(routes, Mails.PASSWORD_PATH, this::submit);
    routing.page(routes, Mails.CONFIRMATION_PATH, this::confirmation);
    routing.form(routes, Mails.CONFIRMATION_PATH, this::confirm);
  }

  private void password(Context ctx) {
    String token = Parameters.of(ctx).text("token", "");
    if (!token.isEmpty() && !reset.isOpen(token))
      throw new Refused.NotFound("This link is not valid, or no longer valid.");
    form(ctx, token, false, Problems.NONE);
  }

  private void form(Context ctx, String token, boolean sent, Problems problems) {
    ctx.header("Referrer-Policy", "no-referrer");
    pages.show(
        ctx,
        Head.of(say("password.new")).hidden(true),
        "password",
        new View(token, sent, reset.isAvailable(), problems));
  }

  private void submit(Context ctx) {
    routing.limit(ctx, Limit.LOGIN);
    Parameters given = Parameters.of(ctx);
    String token = given.text("token", "");
    if (token.isEmpty()) {
      reset.request(given.text("email", ""));
      form(ctx, "", true, Problems.NONE);
      return;
    }
    try {
      enter(ctx, reset.reset(token, given.text("password", "")), Notice.PASSWORD_CHANGED);
    } catch (Refused.Invalid wrong) {
      ctx.status(422);
      form(ctx, token, false, Problems.of(wrong));
    }
  }

  private void enter(Context ctx, Account account, Notice notice) {
    pages.notice(ctx, notice);
    if (account.state() != AccountState.ACTIVE) {
      LocalPath.go(ctx, SignInPage.PATH);
      return;
    }
    visitors.enter(ctx, account);
    LocalPath.go(ctx, "/home");
  }

  private void confirmation(Context ctx) {
    ctx.header("Referrer-Policy", "no-referrer");
    String token = Parameters.of(ctx).text("token", "");
    pages.show(ctx, Head.of(say("confirm.head")).hidden(true), "confirm", new Confirmation(token));
  }

  private void confirm(Context ctx) {
    routing.limit(ctx, Limit.LOGIN);
    // The address is confirmed; who follows the link need not be its owner, so nobody is let in.
    confirmation.confirm(Parameters.of(ctx).text("token", ""));
    pages.notice(ctx, Notice.CONFIRMED);
    LocalPath.go(ctx, visitors.find(ctx).isPresent() ? "/home" : SignInPage.PATH);
  }
}
