package social.parley.mastodon.people;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.BiConsumer;
import social.parley.accounts.Account;
import social.parley.accounts.Accounts;
import social.parley.accounts.Sessions;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;
import social.parley.http.RateLimits;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.Views;
import social.parley.moves.Moves;

/**
 * A person's own login, changed from an app as Pleroma's apps do it; every deed asks for the
 * password, so that a token alone is not enough.
 */
public final class OwnAccountApi implements Endpoints {
  private final Authorization authorization;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Moves moves;
  private final RateLimits limits;

  /** What those apps look for. */
  record Done(String status) {
    static final Done SUCCESS = new Done("success");
  }

  public OwnAccountApi(
      Views views, Accounts accounts, Sessions sessions, Moves moves, RateLimits limits) {
    this.authorization = views.authorization();
    this.accounts = accounts;
    this.sessions = sessions;
    this.moves = moves;
    this.limits = limits;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    deed(routes, "change_email", this::changeEmail);
    deed(routes, "change_password", this::changePassword);
    deed(routes, "delete_account", this::delete);
    deed(routes, "move_account", this::move);
  }

  private void deed(RoutesConfig routes, String name, BiConsumer<Account, Parameters> deed) {
    routes.post(
        "/api/pleroma/" + name,
        ctx -> {
          deed.accept(account(ctx), Parameters.of(ctx));
          ctx.json(Done.SUCCESS);
        });
  }

  private Account account(Context ctx) {
    Account account = authorization.user(ctx, "write:accounts").person();
    limits.account(ctx, Limit.LOGIN, account.id());
    return account;
  }

  private void changeEmail(Account account, Parameters given) {
    accounts.changeEmail(account.id(), given.text("password", ""), given.text("email", "").strip());
  }

  private void changePassword(Account account, Parameters given) {
    String next = given.text("new_password", "");
    if (!next.equals(given.text("new_password_confirmation", next)))
      throw new Refused.Invalid("new_password_confirmation", "does not match the new password");
    accounts.changePassword(account.id(), given.text("password", ""), next);
    sessions.revokeAll(account.id());
  }

  private void delete(Account account, Parameters given) {
    askPassword(account, given);
    accounts.delete(account.id());
  }

  private void move(Account account, Parameters given) {
    askPassword(account, given);
    moves.move(account.actor(), moves.named(given.text("target_account", "")));
  }

  private void askPassword(Account account, Parameters given) {
    if (!accounts.hasPassword(account.id(), given.text("password", "")))
      throw new Refused.Forbidden("Invalid password");
  }
}
