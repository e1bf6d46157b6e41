package social.parley.federation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.ActivityWriter;
import social.parley.activitystreams.Thing;
import social.parley.activitystreams.Tombstone;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Negotiation;

/**
 * Serves actors, objects, collections and activities to other servers under the ids they have. A
 * browser that follows such an id is led to the page; what nobody knows goes on to the other
 * routes.
 */
final class DocumentEndpoints implements Endpoints {
  private static final List<String> NOT_DOCUMENTS =
      List.of("/api/", "/oauth", "/.well-known/", "/nodeinfo", "/assets/", "/media/", "/health");
  private static final List<String> LEAD_TO_PAGES = List.of("/users/", "/actor");

  private final Actors actors;
  private final Readers readers;
  private final Collections collections;
  private final List<ObjectSource> sources;
  private final SentActivities sent;

  DocumentEndpoints(
      Actors actors,
      Readers readers,
      Collections collections,
      List<ObjectSource> sources,
      SentActivities sent) {
    this.actors = actors;
    this.readers = readers;
    this.collections = collections;
    this.sources = List.copyOf(sources);
    this.sent = sent;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.before(this::serve);
  }

  private void serve(Context ctx) {
    if (ctx.method() != HandlerType.GET && ctx.method() != HandlerType.HEAD) return;
    String path = ctx.req().getRequestURI();
    if (NOT_DOCUMENTS.stream().anyMatch(path::startsWith)) return;
    boolean wanted = Negotiation.wantsActivity(ctx);
    if (!wanted && LEAD_TO_PAGES.stream().noneMatch(path::startsWith)) return;
    Iri iri = actors.addresses().at(path).orElse(null);
    if (iri == null) return;
    if (wanted && isServer(iri)) readers.admit(ctx);
    else if (wanted) readers.admitSigned(ctx);
    boolean done = wanted ? document(ctx, iri) : page(ctx, iri);
    if (done) ctx.skipRemainingHandlers();
  }

  /**
   * The server's own actor is shown unsigned, or nobody could check the signature of its asking.
   */
  private boolean isServer(Iri iri) {
    String own = actors.addresses().instanceActor("").value();
    return iri.value().equals(own) || iri.value().startsWith(own + "/");
  }

  private boolean page(Context ctx, Iri iri) {
    Optional<String> page = own(iri).map(Actor::url);
    for (ObjectSource source : sources) if (page.isEmpty()) page = source.page(iri);
    if (page.isEmpty() || page.get().equals(iri.value())) return false;
    ctx.redirect(page.get());
    return true;
  }

  private boolean document(Context ctx, Iri iri) {
    return actor(ctx, iri) || collection(ctx, iri) || object(ctx, iri) || activity(ctx, iri);
  }

  private boolean actor(Context ctx, Iri iri) {
    Optional<Actor> found = localActor(iri);
    if (found.isEmpty()) return false;
    Actor actor = found.get();
    if (actor.isDeleted()) answer(ctx, 410, tombstone(actor), null);
    else answer(ctx, 200, actors.document(actor), reader(ctx, iri));
    return true;
  }

  private @Nullable ActorId reader(Context ctx, Iri iri) {
    return isServer(iri) ? null : readers.knownReader(ctx);
  }

  private Optional<Actor> localActor(Iri iri) {
    if (iri.equals(actors.addresses().instanceActor("")))
      return Optional.of(actors.instanceActor());
    Optional<Actor> found = own(iri);
    if (found.isPresent() || !iri.value().contains("/@")) return found;
    return actors.byUrl(iri.value()).filter(Actor::local).filter(Actor::isPresent);
  }

  private Optional<Actor> own(Iri iri) {
    return actors
        .identity(iri)
        .filter(actor -> actor.local() && (actor.mayBeKnown() || actor.isDeleted()));
  }

  private static Tombstone tombstone(Actor actor) {
    return Tombstone.of(actor.iri());
  }

  private boolean collection(Context ctx, Iri iri) {
    Optional<Collections.Address> address = collections.address(iri);
    if (address.isEmpty()) return false;
    ActorId reader = readers.reader(ctx);
    Thing found =
        collections
            .find(address.get(), iri, ctx.queryParam("page"), ctx.queryParam("max_id"), reader)
            .orElseThrow(Refused.NotFound::new);
    answer(ctx, 200, found, reader);
    return true;
  }

  private boolean object(Context ctx, Iri iri) {
    for (ObjectSource source : sources) {
      ActorId reader = readers.knownReader(ctx);
      ObjectSource.Answer answer = source.find(iri, reader);
      if (reader == null && answer instanceof ObjectSource.Answer.Hidden) {
        reader = readers.reader(ctx);
        if (reader != null) answer = source.find(iri, reader);
      }
      switch (answer) {
        case ObjectSource.Answer.Shown shown -> answer(ctx, 200, shown.thing(), reader);
        case ObjectSource.Answer.Deleted deleted -> answer(ctx, 410, deleted.tombstone(), null);
        case ObjectSource.Answer.Hidden hidden -> throw new Refused.NotFound();
        case ObjectSource.Answer.Unknown unknown -> {
          continue;
        }
      }
      return true;
    }
    return false;
  }

  private boolean activity(Context ctx, Iri iri) {
    Optional<byte[]> body = sent.find(iri);
    body.ifPresent(bytes -> answer(ctx, 200, bytes, readers.knownReader(ctx)));
    return body.isPresent();
  }

  private static void answer(Context ctx, int status, Thing thing, @Nullable ActorId reader) {
    answer(ctx, status, ActivityWriter.bytes(thing), reader);
  }

  private static void answer(Context ctx, int status, byte[] body, @Nullable ActorId reader) {
    ctx.res().addHeader("Vary", "Signature");
    ctx.header("Cache-Control", reader == null ? "max-age=180, public" : "private, no-store");
    ctx.status(status).contentType(Negotiation.ACTIVITY + "; charset=utf-8").result(body);
  }
}
