package social.parley.federation;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.CollectionDocument;
import social.parley.activitystreams.Thing;
import social.parley.activitystreams.Tombstone;
import social.parley.activitystreams.Unreadable;
import social.parley.actors.Actors;
import social.parley.core.Iri;
import social.parley.fetch.DocumentFetch;
import social.parley.fetch.Fetched;
import social.parley.fetch.Fetcher;
import social.parley.signatures.SigningKey;

/**
 * Fetches things from their origin, signed by the instance actor. Uses the network, so never inside
 * a read or a write.
 */
public final class RemoteDocuments {
  /** What came of fetching a thing. */
  public sealed interface Result {
    /** The thing, under the id that it has at its origin. */
    record Found(Thing thing) implements Result {}

    /** Deleted for good. */
    record Gone() implements Result {}

    /** Not there, not for us, or not to be believed. */
    record NotFound(String reason) implements Result {}

    /** Not to be had just now, and perhaps not before that time is over. */
    record Unreachable(String reason, @Nullable Duration after) implements Result {}
  }

  private final Actors actors;
  private final DocumentFetch fetch;

  public RemoteDocuments(Actors actors, Fetcher fetcher) {
    this.actors = actors;
    this.fetch = new DocumentFetch(fetcher);
  }

  /** The thing with this id, or that this page address leads to. */
  public Result object(Iri iri) {
    if (!iri.isWeb() || actors.addresses().isLocal(iri))
      return new Result.NotFound("not on another server");
    return fetch(iri, true);
  }

  /**
   * The collection or page at this address, as the server there writes it; servers differ in what
   * ids these have.
   */
  public Result collection(Iri iri) {
    if (!iri.isWeb() || actors.addresses().isLocal(iri))
      return new Result.NotFound("not on another server");
    return fetch(iri, found -> readCollection(iri, found));
  }

  private static Result readCollection(Iri asked, Fetched.Document found) {
    try {
      Thing thing = ActivityReader.read(found.body());
      return thing instanceof CollectionDocument && asked.sameOrigin(found.finalUrl())
          ? new Result.Found(thing)
          : new Result.NotFound("not a collection of that server");
    } catch (Unreadable broken) {
      return new Result.NotFound(broken.reason());
    }
  }

  private Result fetch(Iri iri, boolean mayLead) {
    return fetch(iri, found -> read(iri, found, mayLead));
  }

  private Result fetch(Iri iri, Function<Fetched.Document, Result> reading) {
    SigningKey signer = actors.signingKey(actors.instanceActor().id());
    return switch (fetch.get(iri.withoutFragment(), signer)) {
      case Fetched.Document found -> reading.apply(found);
      case Fetched.Gone gone -> new Result.Gone();
      case Fetched.Missing missing -> new Result.NotFound("status " + missing.status());
      case Fetched.Denied denied -> new Result.NotFound("status " + denied.status());
      case Fetched.Blocked blocked -> new Result.NotFound(blocked.reason());
      case Fetched.Unreachable failed ->
          new Result.Unreachable(failed.reason(), failed.retryAfter());
    };
  }

  /** A document speaks for its id only when it comes from there; else the id is asked, once. */
  private Result read(Iri asked, Fetched.Document found, boolean mayLead) {
    Thing thing;
    try {
      thing = ActivityReader.read(found.body());
    } catch (Unreadable broken) {
      return new Result.NotFound(broken.reason());
    }
    if (thing instanceof Tombstone) return new Result.Gone();
    Iri id = thing.id();
    if (id == null) return new Result.NotFound("the document has no id");
    boolean same = id.equals(asked) || id.equals(found.finalUrl());
    if (same && id.sameOrigin(found.finalUrl())) return new Result.Found(thing);
    if (mayLead && id.isWeb() && !actors.addresses().isLocal(id)) return fetch(id, false);
    return new Result.NotFound("the document has another id");
  }
}
