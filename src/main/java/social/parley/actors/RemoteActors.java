package social.parley.actors;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.ActorDocument;
import social.parley.activitystreams.Thing;
import social.parley.activitystreams.Unreadable;
import social.parley.config.Settings;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.fetch.DocumentFetch;
import social.parley.fetch.Fetched;
import social.parley.fetch.Fetcher;
import social.parley.signatures.SigningKey;
import social.parley.storage.Database;

/**
 * Finds actors on other servers. Uses the network, so never inside a read or a write; who asks for
 * the same one at the same time shares the answer.
 */
public final class RemoteActors {
  private static final Duration FRESH = Duration.ofDays(1);

  private final Database database;
  private final Actors actors;
  private final DocumentFetch documents;
  private final WebFinger webFinger;
  private final boolean https;
  private final SingleFlight<Iri, Resolution> flights = new SingleFlight<>();

  public RemoteActors(Database database, Actors actors, Fetcher fetcher, Settings settings) {
    this.database = database;
    this.actors = actors;
    this.documents = new DocumentFetch(fetcher);
    this.webFinger = new WebFinger(fetcher);
    this.https = settings.https();
  }

  /** The actor with this id: as it is known while that is fresh, else as its server has it now. */
  public Resolution find(Iri iri) {
    Optional<Actor> known = actors.identity(iri);
    if (known.isEmpty())
      return actors.addresses().isLocal(iri) ? new Resolution.NotFound("not here") : refresh(iri);
    Actor actor = known.get();
    if (actor.isDeleted()) return new Resolution.Gone();
    if (!actor.mayBeKnown()) return new Resolution.NotFound("not here");
    if (actor.local() || isFresh(actor)) return new Resolution.Found(actor);
    return refresh(iri) instanceof Resolution.Found found ? found : stale(actor);
  }

  private boolean isFresh(Actor actor) {
    Instant fetched = actor.fetchedAt();
    return fetched != null && fetched.plus(FRESH).isAfter(actors.now());
  }

  /** An old answer is better than none, and not asked for again at once. */
  private Resolution stale(Actor actor) {
    database.run(tx -> actors.touched(tx, actor));
    return new Resolution.Found(actor);
  }

  /** The actor as its server has it now. */
  public Resolution refresh(Iri iri) {
    if (actors.addresses().isLocal(iri)) return find(iri);
    return flights.run(iri, () -> fetch(iri, iri));
  }

  /** The actor behind a handle, by WebFinger. */
  public Resolution find(Handle handle) {
    if (handle.domain().equals(actors.addresses().domain())
        || handle.domain().equals(actors.addresses().authority()))
      return actors
          .local(handle.user())
          .filter(actor -> actor.mayBeKnown() || actor.isDeleted())
          .<Resolution>map(a -> a.isDeleted() ? new Resolution.Gone() : new Resolution.Found(a))
          .orElseGet(() -> new Resolution.NotFound("nobody here has this name"));
    Optional<Actor> known = actors.byHandle(handle);
    if (known.isPresent() && !known.get().isDeleted() && isFresh(known.get()))
      return new Resolution.Found(known.get());
    return switch (ask(handle)) {
      case WebFinger.Answer.Links links -> find(links.self());
      case WebFinger.Answer.Gone gone -> new Resolution.Gone();
      case WebFinger.Answer.NotFound no -> new Resolution.NotFound(no.reason());
      case WebFinger.Answer.Unreachable no ->
          known.isPresent() && known.get().isPresent()
              ? new Resolution.Found(known.get())
              : new Resolution.Unreachable(no.reason());
    };
  }

  /** Where somebody does something with an object on their own server, if that says so. */
  public Optional<Iri> page(Handle handle, Intent intent, String object) {
    List<Intent.Template> links =
        https ? List.of() : webFinger.templates("http://" + handle.domain(), handle);
    if (links.isEmpty()) links = webFinger.templates("https://" + handle.domain(), handle);
    return intent.page(links, object).filter(page -> !https || page.value().startsWith("https:"));
  }

  /** Without https of our own (a test, an intranet) others are asked without it first. */
  private WebFinger.Answer ask(Handle handle) {
    if (!https
        && webFinger.ask("http://" + handle.domain(), handle)
            instanceof WebFinger.Answer.Links found) return found;
    return webFinger.ask("https://" + handle.domain(), handle);
  }

  private Resolution fetch(Iri wanted, Iri url) {
    SigningKey signer = actors.signingKey(actors.instanceActor().id());
    return switch (documents.get(url.withoutFragment(), signer)) {
      case Fetched.Document found -> read(wanted, url, found);
      case Fetched.Gone gone -> gone(wanted);
      case Fetched.Missing missing -> new Resolution.NotFound("status " + missing.status());
      case Fetched.Denied denied -> new Resolution.NotFound("status " + denied.status());
      case Fetched.Blocked blocked -> new Resolution.NotFound(blocked.reason());
      case Fetched.Unreachable failed -> new Resolution.Unreachable(failed.reason());
    };
  }

  private Resolution gone(Iri iri) {
    actors
        .byIri(iri)
        .filter(actor -> !actor.local())
        .ifPresent(actor -> database.run(tx -> actors.delete(tx, actor.id())));
    return new Resolution.Gone();
  }

  private Resolution read(Iri wanted, Iri url, Fetched.Document found) {
    Thing thing;
    try {
      thing = ActivityReader.read(found.body());
    } catch (Unreadable broken) {
      return new Resolution.NotFound(broken.reason());
    }
    if (!(thing instanceof ActorDocument document)) return new Resolution.NotFound("not an actor");
    return accept(wanted, url, found.finalUrl(), document);
  }

  /** A document speaks for its id only when it comes from there; else the id is asked, once. */
  private Resolution accept(Iri wanted, Iri url, Iri finalUrl, ActorDocument document) {
    Iri id = document.id();
    if (!id.equals(url) && !id.equals(finalUrl)) {
      if (!url.equals(wanted) || !id.isWeb() || actors.addresses().isLocal(id))
        return new Resolution.NotFound("the document has another id");
      return fetch(wanted, id);
    }
    if (!id.sameOrigin(finalUrl)) return new Resolution.NotFound("the document has another origin");
    return store(document);
  }

  /** Stores a document that is known to come from its id. */
  Resolution store(ActorDocument document) {
    if (!document.inbox().isWeb()) return new Resolution.NotFound("the actor has no inbox");
    Optional<String> domain = domain(document);
    if (domain.isEmpty()) return new Resolution.NotFound("the handle is another actor's");
    return RemoteProfile.of(document, domain.get())
        .<Resolution>map(
            profile -> new Resolution.Found(database.write(tx -> actors.receive(tx, profile))))
        .orElseGet(() -> new Resolution.NotFound("the user name cannot be written in a handle"));
  }

  /**
   * The domain for the handle; none when the actor's own host gives this name to somebody else. Any
   * other domain must link back to the actor itself, or it is not believed.
   */
  private Optional<String> domain(ActorDocument document) {
    Iri id = document.id();
    String host = id.authority();
    Handle own = Handle.parse(document.preferredUsername() + "@" + host).orElse(null);
    if (own == null) return Optional.of(host);
    Optional<String> told =
        Optional.ofNullable(document.webfinger())
            .flatMap(Handle::parse)
            .flatMap(claimed -> linkedBack(id, own, claimed));
    if (told.isPresent()) return told;
    if (!(webFinger.ask(id.origin(), own) instanceof WebFinger.Answer.Links links))
      return Optional.of(own.domain());
    if (!links.actors().contains(id)) return Optional.empty();
    return Optional.ofNullable(links.subject())
        .flatMap(claimed -> linkedBack(id, own, claimed))
        .or(() -> Optional.of(own.domain()));
  }

  private Optional<String> linkedBack(Iri id, Handle own, Handle claimed) {
    if (claimed.domain().equals(own.domain())) return Optional.empty();
    String origin = id.origin().substring(0, id.origin().indexOf("://") + 3) + claimed.domain();
    Handle there = new Handle(own.user(), claimed.domain());
    return webFinger.ask(origin, there) instanceof WebFinger.Answer.Links back
            && back.actors().contains(id)
        ? Optional.of(claimed.domain())
        : Optional.empty();
  }
}
