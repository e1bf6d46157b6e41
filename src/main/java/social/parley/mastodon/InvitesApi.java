package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import social.parley.accounts.Invites;
import social.parley.config.Settings;
import social.parley.core.Refused;
import social.parley.http.Endpoints;

/** {@code /invite/CODE}: an app asks what an invitation is good for, a browser goes to sign up. */
final class InvitesApi implements Endpoints {
  /** The page on which people sign up, with {@code ?invite=}. */
  static final String SIGN_UP_PAGE = "/auth/sign_up";

  private final Settings settings;
  private final Invites invites;

  InvitesApi(Settings settings, Invites invites) {
    this.settings = settings;
    this.invites = invites;
  }

  /** Where to sign up with an invitation. */
  private record InviteJson(String inviteCode, String instanceApiUrl) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/invite/{code}", this::show);
  }

  private void show(Context ctx) {
    String code = ctx.pathParam("code");
    ctx.res().addHeader("Vary", "Accept");
    String accept = ctx.header("Accept");
    if (accept != null && accept.contains("text/html")) {
      ctx.redirect(SIGN_UP_PAGE + "?invite=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
      return;
    }
    if (invites.usable(code).isEmpty())
      throw new Refused.Unauthorized("This invitation is not valid, or no longer valid");
    ctx.json(new InviteJson(code, settings.at("/api/v2/instance").value()));
  }
}
