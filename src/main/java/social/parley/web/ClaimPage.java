package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import social.parley.accounts.OwnerClaim;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.http.Parameters;

/** Where the link that the first start prints leads: making the owner's account. */
public final class ClaimPage implements Endpoints {
  private final Routing routing;
  private final Pages pages;
  private final Visitors visitors;
  private final OwnerClaim claim;

  ClaimPage(Routing routing, Pages pages, Visitors visitors, OwnerClaim claim) {
    this.routing = routing;
    this.pages = pages;
    this.visitors = visitors;
    this.claim = claim;
  }

  /** The form as it was filled in. */
  public record View(String token, String username, String email, Problems problems) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routing.page(routes, OwnerClaim.PATH, this::show);
    routing.form(routes, OwnerClaim.PATH, this::submit);
  }

  private void show(Context ctx) {
    String token = Parameters.of(ctx).text("token", "");
    if (!claim.isOpen(token))
      throw new Refused.NotFound("This link has been used, or a newer one was made.");
    form(ctx, new View(token, "", "", Problems.NONE));
  }

  private void form(Context ctx, View view) {
    ctx.header("Referrer-Policy", "no-referrer");
    pages.show(ctx, Head.of(say("claim.head")).hidden(true), "claim", view);
  }

  private void submit(Context ctx) {
    routing.limit(ctx, Limit.LOGIN);
    Parameters given = Parameters.of(ctx);
    String token = given.text("token", "");
    String username = given.text("username", "").strip();
    String email = given.text("email", "").strip();
    try {
      visitors.enter(ctx, claim.claim(token, username, email, given.text("password", "")));
    } catch (Refused.Invalid wrong) {
      ctx.status(422);
      form(ctx, new View(token, username, email, Problems.of(wrong)));
      return;
    }
    pages.notice(ctx, Notice.WELCOME);
    LocalPath.go(ctx, "/settings/profile");
  }
}
