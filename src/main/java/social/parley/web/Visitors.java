package social.parley.web;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Account;
import social.parley.accounts.AccountState;
import social.parley.accounts.Sessions;
import social.parley.accounts.SignedIn;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.http.ClientAddress;
import social.parley.http.Cookies;

/** Who looks at a page, known by the cookie of their session. */
final class Visitors {
  private static final String ATTRIBUTE = "parley.visitor";

  private final Sessions sessions;
  private final Cookies cookies;
  private final Actors actors;

  Visitors(Sessions sessions, Cookies cookies, Actors actors) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.actors = actors;
  }

  Optional<Visitor> find(Context ctx) {
    Optional<Visitor> known = ctx.attribute(ATTRIBUTE);
    if (known != null) return known;
    Optional<Visitor> found = read(ctx);
    ctx.attribute(ATTRIBUTE, found);
    return found;
  }

  /** The actor of whoever looks, null for a stranger. */
  @Nullable ActorId viewer(Context ctx) {
    return find(ctx).map(Visitor::id).orElse(null);
  }

  Visitor signedIn(Context ctx) {
    return find(ctx).orElseThrow(() -> new Refused.Unauthorized("Please log in first."));
  }

  private Optional<Visitor> read(Context ctx) {
    String secret = cookies.get(ctx, Cookies.SESSION);
    if (secret == null || secret.isEmpty()) return Optional.empty();
    return sessions
        .check(secret)
        .filter(signedIn -> signedIn.account().state() == AccountState.ACTIVE)
        .flatMap(this::visitor);
  }

  private Optional<Visitor> visitor(SignedIn signedIn) {
    return actors
        .byId(signedIn.account().actor())
        .filter(Actor::isPresent)
        .map(actor -> new Visitor(signedIn.account(), actor, signedIn.session()));
  }

  /** Logs somebody in; a session that was there before ends. */
  void enter(Context ctx, Account account) {
    leave(ctx);
    String browser = ctx.userAgent() == null ? "" : ctx.userAgent();
    String address = ClientAddress.of(ctx).address().getHostAddress();
    String secret = sessions.start(account, browser == null ? "" : browser, address);
    cookies.set(ctx, Cookies.SESSION, secret, Sessions.LIFETIME);
  }

  void leave(Context ctx) {
    String secret = cookies.get(ctx, Cookies.SESSION);
    if (secret != null && !secret.isEmpty()) sessions.end(secret);
    cookies.clear(ctx, Cookies.SESSION);
    ctx.attribute(ATTRIBUTE, Optional.empty());
  }
}
