package social.parley.federation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import social.parley.activitystreams.ActivityWriter;
import social.parley.activitystreams.CollectionDocument;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Negotiation;

/** Shows a server which of its people follow a local actor, and nobody else (FEP-8fcf). */
final class FollowersEndpoint implements Endpoints {
  static final String NAME = "followers_synchronization";

  private final Actors actors;
  private final Readers readers;
  private final FollowersParts parts;

  FollowersEndpoint(Actors actors, Readers readers, FollowersParts parts) {
    this.actors = actors;
    this.readers = readers;
    this.parts = parts;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/users/{name}/" + NAME, this::show);
  }

  private void show(Context ctx) {
    readers.admit(ctx);
    ActorId reader = readers.reader(ctx);
    if (reader == null) throw new Refused.Unauthorized("Only for the server of the followers");
    String origin = actors.identity(reader).orElseThrow(Refused.NotFound::new).iri().origin();
    Actor owner =
        actors
            .local(ctx.pathParam("name"))
            .filter(Actor::isPresent)
            .orElseThrow(Refused.NotFound::new);
    Iri id = actors.addresses().ofActor(owner.username(), NAME);
    CollectionDocument part =
        CollectionDocument.ordered(
            id, parts.part(owner.id(), origin).stream().map(Ref::of).toList());
    ctx.header("Cache-Control", "private, no-store");
    ctx.contentType(Negotiation.ACTIVITY + "; charset=utf-8").result(ActivityWriter.bytes(part));
  }
}
