package social.parley.mastodon.people;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.BiConsumer;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.follows.Endorsements;
import social.parley.follows.Notes;
import social.parley.follows.Relationships;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.AccountView;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.Paging;
import social.parley.mastodon.RelationshipJson;
import social.parley.mastodon.Views;

/** Whom people recommend on their profiles, and what they note about others for themselves. */
public final class EndorsementsApi implements Endpoints {
  private final Authorization authorization;
  private final Paging paging;
  private final AccountView view;
  private final Actors actors;
  private final Endorsements endorsements;
  private final Notes notes;
  private final Relationships relationships;

  public EndorsementsApi(
      Views views,
      Actors actors,
      Endorsements endorsements,
      Notes notes,
      Relationships relationships) {
    this.authorization = views.authorization();
    this.paging = views.paging();
    this.view = views.accounts();
    this.actors = actors;
    this.endorsements = endorsements;
    this.notes = notes;
    this.relationships = relationships;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    action(routes, "endorse", endorsements::endorse);
    action(routes, "pin", endorsements::endorse);
    action(routes, "unendorse", endorsements::unendorse);
    action(routes, "unpin", endorsements::unendorse);
    routes.post("/api/v1/accounts/{id}/note", this::note);
    routes.get("/api/v1/endorsements", this::own);
    routes.get("/api/v1/accounts/{id}/endorsements", this::of);
    routes.get("/api/v1/pleroma/accounts/{id}/endorsements", this::of);
  }

  private void action(RoutesConfig routes, String name, BiConsumer<ActorId, ActorId> action) {
    routes.post(
        "/api/v1/accounts/{id}/" + name,
        ctx -> {
          ActorId me = authorization.user(ctx, "write:accounts").actor();
          ActorId target = actor(ctx).id();
          action.accept(me, target);
          ctx.json(RelationshipJson.of(relationships.of(me, target)));
        });
  }

  private void note(Context ctx) {
    ActorId me = authorization.user(ctx, "write:accounts").actor();
    ActorId target = actor(ctx).id();
    notes.write(me, target, Parameters.of(ctx).text("comment", ""));
    ctx.json(RelationshipJson.of(relationships.of(me, target)));
  }

  private void own(Context ctx) {
    answer(ctx, authorization.user(ctx, "read:accounts").actor());
  }

  private void of(Context ctx) {
    authorization.viewer(ctx, "read:accounts");
    answer(ctx, actor(ctx).id());
  }

  private void answer(Context ctx, ActorId of) {
    Page<ActorId> page = endorsements.page(of, paging.hidden(ctx, 40, 80));
    paging.link(ctx, page);
    ctx.json(view.of(page.items()));
  }

  private Actor actor(Context ctx) {
    return actors
        .byId(ActorId.parse(ctx.pathParam("id")))
        .filter(actor -> !actor.isDeleted())
        .orElseThrow(Refused.NotFound::new);
  }
}
