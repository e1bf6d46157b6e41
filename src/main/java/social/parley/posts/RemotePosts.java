package social.parley.posts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.Thing;
import social.parley.actors.Actor;
import social.parley.actors.Resolution;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.federation.RemoteDocuments;
import social.parley.federation.TryLater;
import social.parley.posts.Arrivals.Prepared;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Finds posts on other servers; uses the network, so never inside a read or a write. */
final class RemotePosts {
  /** What its server shows us without saying for whom is for all who look (Discourse). */
  private static final Audience UNADDRESSED = Audience.of(List.of(), List.of(Audience.PUBLIC));

  private final Posts.Needs needs;
  private final Arrivals arrivals;
  private final PostStore store = new PostStore();
  private final Tombstones tombstones = new Tombstones();

  /** What came of looking for a post. */
  sealed interface Outcome {
    record Known(Post post) implements Outcome {}

    /** Fetched, and to be stored. */
    record New(Prepared prepared) implements Outcome {}

    record Nothing(String reason) implements Outcome {}

    record Unreachable(String reason) implements Outcome {}
  }

  RemotePosts(Posts.Needs needs, Arrivals arrivals) {
    this.needs = needs;
    this.arrivals = arrivals;
    needs.jobs().handleSlow(Arrivals.FETCH_PARENT, Arrivals.MissingParent.class, this::fetchParent);
  }

  /** The post with this id, or that this page or activity leads to; nothing is stored yet. */
  Outcome find(Iri iri) {
    Optional<Outcome> here = needs.database().read(db -> here(db, iri));
    if (here.isPresent()) return here.get();
    return switch (needs.documents().object(iri)) {
      case RemoteDocuments.Result.Found(Thing thing) -> read(thing, true);
      case RemoteDocuments.Result.Gone() -> new Outcome.Nothing("deleted");
      case RemoteDocuments.Result.NotFound(String reason) -> new Outcome.Nothing(reason);
      case RemoteDocuments.Result.Unreachable(String reason, _) -> new Outcome.Unreachable(reason);
    };
  }

  private Optional<Outcome> here(Reading db, Iri iri) {
    Optional<Post> known = store.byIri(db, iri);
    if (known.isPresent()) return Optional.of(new Outcome.Known(known.get()));
    if (tombstones.covers(db, iri)) return Optional.of(new Outcome.Nothing("deleted"));
    return iri.sameOrigin(needs.settings().url())
        ? Optional.of(new Outcome.Nothing("not here"))
        : Optional.empty();
  }

  /** Things from their origin: posts, or activities that lead to one. */
  private Outcome read(Thing thing, boolean mayLead) {
    if (thing instanceof ObjectDocument document) return read(document);
    Iri object = thing instanceof Activity activity ? activity.objectId() : null;
    boolean leads = thing instanceof Activity.Create || thing instanceof Activity.Announce;
    return object != null && leads && mayLead ? find(object) : new Outcome.Nothing("not a post");
  }

  /** A post as its origin writes it; nothing is stored yet. */
  Outcome read(ObjectDocument document) {
    Iri id = document.id();
    if (id == null) return new Outcome.Nothing("no id");
    Optional<Outcome> here = needs.database().read(db -> here(db, id));
    if (here.isPresent()) return here.get();
    return believed(document);
  }

  /** A document that its author, or somebody for its author, has sent; read already. */
  Outcome prepare(ForeignPost foreign, ObjectDocument document, Actor sender) {
    Iri id = document.id();
    if (id == null || !id.sameOrigin(sender.iri())) return new Outcome.Nothing("not its own post");
    return document.attributedTo().contains(sender.iri())
        ? new Outcome.New(arrivals.prepare(foreign, sender))
        : believed(document);
  }

  /** Reads a document that is to be believed; its author must be of the same server. */
  private Outcome believed(ObjectDocument document) {
    Iri id = document.id();
    Iri author = document.author();
    if (id == null || author == null || !author.sameOrigin(id))
      return new Outcome.Nothing("no such author");
    return switch (needs.remoteActors().find(author)) {
      case Resolution.Found(Actor actor) -> prepared(document, actor);
      case Resolution.Gone() -> new Outcome.Nothing("author deleted");
      case Resolution.NotFound(String reason) -> new Outcome.Nothing(reason);
      case Resolution.Unreachable(String reason) -> new Outcome.Unreachable(reason);
    };
  }

  private Outcome prepared(ObjectDocument document, Actor author) {
    if (!author.isPresent() || author.local()) return new Outcome.Nothing("author not allowed");
    return arrivals
        .read(document, UNADDRESSED, author)
        .<Outcome>map(foreign -> new Outcome.New(arrivals.prepare(foreign, author)))
        .orElseGet(() -> new Outcome.Nothing("not a post"));
  }

  /** The post, stored here; for people who ask for it by its address. */
  Optional<Post> fetch(Iri iri) {
    return switch (find(iri)) {
      case Outcome.Known(Post post) -> Optional.of(post);
      case Outcome.New(Prepared prepared) -> store(prepared, 0);
      case Outcome.Nothing _, Outcome.Unreachable _ -> Optional.empty();
    };
  }

  /** Stores what was fetched, which is no news. */
  Optional<Post> store(Prepared prepared, int depth) {
    return needs
        .database()
        .write(tx ->
            arrivals
                .store(tx, prepared, false, depth)
                .or(() -> store.byIri(tx, prepared.post().iri())));
  }

  /** The same of what was read in another way; nothing when it is here or was deleted. */
  Optional<Post> bring(ObjectDocument document, Actor author, boolean news) {
    Iri id = document.id();
    if (id == null || needs.database().read(db -> here(db, id)).isPresent())
      return Optional.empty();
    return arrivals
        .read(document, Audience.NONE, author)
        .map(foreign -> arrivals.prepare(foreign, author))
        .flatMap(prepared -> needs.database().write(tx -> arrivals.store(tx, prepared, news)));
  }

  private void fetchParent(Arrivals.MissingParent job) {
    switch (find(new Iri(job.iri()))) {
      case Outcome.New(Prepared prepared) -> store(prepared, job.depth());
      case Outcome.Unreachable(String reason) -> throw new TryLater(reason);
      case Outcome.Known _, Outcome.Nothing _ -> {}
    }
  }

  /** How the origin of a post shows it now. */
  record Fresh(ObjectDocument document, Prepared prepared) {}

  /**
   * A post as its origin shows it now, whatever is known of it here; null when it does not.
   *
   * @throws TryLater when it cannot be had just now
   */
  @Nullable Fresh again(Iri iri) {
    return switch (needs.documents().object(iri)) {
      case RemoteDocuments.Result.Found(ObjectDocument document) ->
          switch (believed(document)) {
            case Outcome.New(Prepared prepared) -> new Fresh(document, prepared);
            case Outcome.Unreachable(String reason) -> throw new TryLater(reason);
            case Outcome.Known _, Outcome.Nothing _ -> null;
          };
      case RemoteDocuments.Result.Unreachable(String reason, _) -> throw new TryLater(reason);
      case RemoteDocuments.Result.Found _,
          RemoteDocuments.Result.Gone _,
          RemoteDocuments.Result.NotFound _ ->
          null;
    };
  }

  /** Asks the origin how a post looks now; what cannot be had changes nothing. */
  void refresh(Post post) {
    try {
      Fresh now = again(post.iri());
      if (now != null) needs.database().run(tx -> refresh(tx, post.id(), now.prepared()));
    } catch (TryLater notNow) {
      return;
    }
  }

  /** Takes over how a post looks at its origin. */
  void refresh(Tx tx, PostId id, Prepared now) {
    store
        .byId(tx, id)
        .filter(before -> before.author().equals(now.author().id()))
        .ifPresent(before -> arrivals.update(tx, before, now));
  }
}
