package social.parley.mastodon.people;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.follows.FollowOptions;
import social.parley.follows.Follows;
import social.parley.follows.Relationship;
import social.parley.follows.Relationships;
import social.parley.http.Endpoints;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.RelationshipJson;
import social.parley.mastodon.Views;

/** Being told of every post of somebody one follows, in the words of Pleroma. */
public final class SubscriptionsApi implements Endpoints {
  private final Authorization authorization;
  private final Actors actors;
  private final Follows follows;
  private final Relationships relationships;

  record Subscribed(@JsonUnwrapped RelationshipJson relationship, boolean subscribing) {}

  public SubscriptionsApi(
      Views views, Actors actors, Follows follows, Relationships relationships) {
    this.authorization = views.authorization();
    this.actors = actors;
    this.follows = follows;
    this.relationships = relationships;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    String path = "/api/v1/pleroma/accounts/{id}/";
    routes.post(path + "subscribe", ctx -> subscribe(ctx, true));
    routes.post(path + "unsubscribe", ctx -> subscribe(ctx, false));
  }

  private void subscribe(Context ctx, boolean wanted) {
    ActorId me = authorization.user(ctx, "write:follows").actor();
    ActorId target =
        actors
            .byId(ActorId.parse(ctx.pathParam("id")))
            .filter(Actor::isPresent)
            .map(Actor::id)
            .orElseThrow(Refused.NotFound::new);
    Relationship now = relationships.of(me, target);
    boolean follows = now.following() || now.requested();
    if (!follows && wanted)
      throw new Refused.Invalid("", "You must follow somebody to be told of their posts");
    if (follows)
      this.follows.follow(
          me, target, new FollowOptions(now.showingBoosts(), wanted, now.languages()));
    Relationship after = relationships.of(me, target);
    ctx.json(new Subscribed(RelationshipJson.of(after), after.notifying()));
  }
}
