package social.parley.mastodon.admin;

import io.javalin.http.Context;
import social.parley.accounts.Account;
import social.parley.accounts.Permission;
import social.parley.core.Refused;
import social.parley.mastodon.Authorization;

/** Lets members of the staff through: the token must have the scope, the person the permission. */
final class Staff {
  private final Authorization authorization;

  Staff(Authorization authorization) {
    this.authorization = authorization;
  }

  /** Who acts, if they may. */
  Account may(Context ctx, String scope, Permission permission) {
    Account account = authorization.user(ctx, scope).person();
    if (!account.role().may(permission)) throw new Refused.Forbidden("This action is not allowed");
    return account;
  }
}
