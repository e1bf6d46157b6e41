package social.parley.mastodon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Handle;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.follows.Follows;
import social.parley.follows.Relationships;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;

/** {@code /api/v1/accounts}: reading people and whom they follow. */
final class AccountsApi implements Endpoints {
  private static final int MOST_BY_ID = 40;

  private final Authorization authorization;
  private final Actors actors;
  private final Follows follows;
  private final Relationships relationships;
  private final AccountView view;
  private final Paging paging;

  AccountsApi(
      Authorization authorization,
      Actors actors,
      Follows follows,
      Relationships relationships,
      AccountView view,
      Paging paging) {
    this.authorization = authorization;
    this.actors = actors;
    this.follows = follows;
    this.relationships = relationships;
    this.view = view;
    this.paging = paging;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/accounts", this::several);
    routes.get("/api/v1/accounts/lookup", this::lookup);
    routes.get("/api/v1/accounts/{id}", this::show);
    routes.get("/api/v1/accounts/{id}/followers", ctx -> people(ctx, follows::followers));
    routes.get("/api/v1/accounts/{id}/following", ctx -> people(ctx, follows::following));
    routes.get("/api/v1/accounts/{id}/identity_proofs", this::none);
  }

  private void several(Context ctx) {
    authorization.viewer(ctx, "read:accounts");
    List<String> ids = Parameters.of(ctx).texts("id");
    if (ids.size() > MOST_BY_ID)
      throw new Refused.Invalid("id", "At most " + MOST_BY_ID + " accounts at a time");
    List<ActorId> wanted = AccountIds.of(ids);
    var known = actors.byIds(wanted);
    ctx.json(
        wanted.stream()
            .map(known::get)
            .filter(actor -> actor != null && actor.mayBeKnown())
            .map(view::of)
            .toList());
  }

  private void lookup(Context ctx) {
    authorization.viewer(ctx, "read:accounts");
    String acct = Parameters.of(ctx).text("acct", "").strip();
    Actor actor =
        Handle.parse(acct)
            .flatMap(actors::byHandle)
            .or(() -> actors.local(acct.startsWith("@") ? acct.substring(1) : acct))
            .filter(Actor::mayBeKnown)
            .orElseThrow(Refused.NotFound::new);
    ctx.json(view.of(actor));
  }

  private void show(Context ctx) {
    authorization.viewer(ctx, "read:accounts");
    ctx.json(view.of(actor(ctx)));
  }

  private void people(Context ctx, BiFunction<ActorId, Cursor, Page<ActorId>> list) {
    ActorId viewer = authorization.viewer(ctx, "read:accounts");
    Actor actor = actor(ctx);
    boolean blocked = viewer != null && relationships.of(viewer, actor.id()).blockedBy();
    if (blocked || (actor.hideCollections() && !actor.id().equals(viewer))) {
      ctx.json(List.of());
      return;
    }
    Page<ActorId> page = list.apply(actor.id(), paging.hidden(ctx, 40, 80));
    paging.link(ctx, page);
    ctx.json(view.of(page.items()));
  }

  private void none(Context ctx) {
    authorization.user(ctx);
    ctx.json(List.of());
  }

  private Actor actor(Context ctx) {
    @Nullable Actor actor = actors.byId(ActorId.parse(ctx.pathParam("id"))).orElse(null);
    if (actor == null || !actor.mayBeKnown()) throw new Refused.NotFound();
    return actor;
  }
}
