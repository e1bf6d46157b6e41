package social.parley.mastodon.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import social.parley.accounts.Access;
import social.parley.accounts.Account;
import social.parley.accounts.PresentedToken;
import social.parley.http.ClientAddress;
import social.parley.http.Endpoints;
import social.parley.mastodon.Authorization;
import social.parley.moderation.Presence;

/** Notes from where people use the API, for the staff to see. */
public final class PresenceFilter implements Endpoints {
  private final Authorization authorization;
  private final Presence presence;

  public PresenceFilter(Authorization authorization, Presence presence) {
    this.authorization = authorization;
    this.presence = presence;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.beforeMatched("/api/*", this::note);
  }

  private void note(Context ctx) {
    if (!(authorization.present(ctx) instanceof PresentedToken.Valid(Access access))) return;
    Account account = access.account();
    if (account != null) presence.note(account, ClientAddress.of(ctx).address());
  }
}
