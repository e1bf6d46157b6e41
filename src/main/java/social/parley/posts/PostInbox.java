package social.parley.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.Ref;
import social.parley.activitystreams.Thing;
import social.parley.actors.Actor;
import social.parley.actors.ActorKind;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.federation.Received;
import social.parley.federation.RemoteDocuments;
import social.parley.federation.TryLater;
import social.parley.posts.Arrivals.Prepared;
import social.parley.posts.RemotePosts.Outcome;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** What other servers say about posts. */
public final class PostInbox {
  private static final int MOST_NAMED = 50;

  private final Posts.Needs needs;
  private final PostWriter writer;
  private final Arrivals arrivals;
  private final RemotePosts remote;
  private final Pins pins;
  private final PollInbox pollInbox;
  private final BoostInbox boostInbox;
  private final ReplyForwarding forwarding;
  private final RelayedPosts relayed;
  private final GroupInbox groups;
  private final GroupDeeds deeds;
  private final Restorations restorations;
  private final Moderators moderators;
  private final PostStore store = new PostStore();

  PostInbox(
      Posts.Needs needs,
      PostWriter writer,
      Arrivals arrivals,
      RemotePosts remote,
      Boosts boosts,
      Pins pins,
      Polls polls) {
    this.needs = needs;
    this.writer = writer;
    this.arrivals = arrivals;
    this.remote = remote;
    this.pins = pins;
    this.pollInbox = new PollInbox(needs, polls);
    this.forwarding = new ReplyForwarding(needs);
    this.restorations = new Restorations(needs, remote, arrivals);
    this.deeds = new GroupDeeds(needs, writer, arrivals, remote, pins, restorations);
    this.groups = new GroupInbox(needs, remote, pins, deeds);
    this.moderators = new Moderators(needs);
    this.relayed = new RelayedPosts(needs, arrivals, remote);
    this.boostInbox = new BoostInbox(needs, writer, arrivals, remote, boosts, relayed);
  }

  /** Something new, or several answers to a poll at once. */
  public Effect create(Received received, Activity.Create create) {
    Effect effect = Effect.none();
    for (Ref ref : create.objects()) effect = effect.then(create(received, create, ref));
    return effect;
  }

  private Effect create(Received received, Activity.Create create, Ref ref) {
    if (ref.thing() instanceof ObjectDocument document) {
      Optional<Effect> vote = pollInbox.vote(received, document);
      if (vote.isPresent()) return vote.get();
    }
    ObjectDocument document = document(ref);
    if (document == null) return Effect.none();
    Optional<ForeignPost> foreign = arrivals.read(document, create.audience(), received.actor());
    if (foreign.isEmpty() || !isNews(received, foreign.get())) return Effect.none();
    return switch (remote.prepare(foreign.get(), document, received.actor())) {
      case Outcome.New(Prepared prepared) -> tx -> store(tx, received, prepared);
      case Outcome.Unreachable(String reason) -> throw new TryLater(reason);
      case Outcome.Known _, Outcome.Nothing _ -> Effect.none();
    };
  }

  private boolean isNews(Received received, ForeignPost post) {
    return arrivals.interest().isNews(post, received.actor()) || relayed.brings(received, post);
  }

  /** Takes a post that comes with another activity of its author, and goes on with it. */
  public Effect bring(Received received, @Nullable Ref ref, BiConsumer<Tx, Post> then) {
    Iri id = ref == null ? null : ref.iri();
    if (ref == null || id == null || !id.sameOrigin(received.actor().iri())) return Effect.none();
    BiConsumer<Tx, Prepared> news =
        (tx, prepared) -> {
          arrivals.store(tx, prepared, true);
          known(tx, received, id).ifPresent(post -> then.accept(tx, post));
        };
    if (isKnown(id)) return tx -> known(tx, received, id).ifPresent(post -> then.accept(tx, post));
    return switch (brought(received, ref, id)) {
      case Outcome.New(Prepared prepared) -> tx -> news.accept(tx, prepared);
      case Outcome.Unreachable(String reason) -> throw new TryLater(reason);
      case Outcome.Known _, Outcome.Nothing _ -> Effect.none();
    };
  }

  private Optional<Post> known(Tx tx, Received received, Iri id) {
    return store.byIri(tx, id).filter(post -> post.author().equals(received.actor().id()));
  }

  /** Written out it is believed when nobody else is its author. */
  private Outcome brought(Received received, Ref ref, Iri id) {
    Iri actor = received.actor().iri();
    if (!(ref.thing() instanceof ObjectDocument document)
        || !document.attributedTo().equals(List.of(actor))) return remote.find(id);
    return arrivals
        .read(document, received.activity().audience(), received.actor())
        .map(foreign -> remote.prepare(foreign, document, received.actor()))
        .orElseGet(() -> new Outcome.Nothing("not a post"));
  }

  private void store(Tx tx, Received received, Prepared prepared) {
    arrivals.store(tx, prepared, true).ifPresent(post -> forwarding.forward(tx, received, post));
  }

  private boolean isKnown(@Nullable Iri id) {
    return id == null || needs.database().read(db -> store.isHere(db, id));
  }

  /** The object where it is written out, else from its origin. */
  private @Nullable ObjectDocument document(Ref ref) {
    if (ref.thing() instanceof ObjectDocument document) return document;
    Iri id = ref.iri();
    if (id == null || isKnown(id)) return null;
    return origin(id);
  }

  private @Nullable ObjectDocument origin(Iri id) {
    return switch (needs.documents().object(id)) {
      case RemoteDocuments.Result.Found(Thing thing) ->
          thing instanceof ObjectDocument document ? document : null;
      case RemoteDocuments.Result.Unreachable(String reason, _) -> throw new TryLater(reason);
      case RemoteDocuments.Result.Gone _, RemoteDocuments.Result.NotFound _ -> null;
    };
  }

  /** A changed post, or new counts of a poll; one that is not known yet counts as new. */
  public Effect update(Received received, Activity.Update update) {
    Effect effect = Effect.none();
    for (Ref ref : update.objects()) effect = effect.then(update(received, update, ref));
    return effect;
  }

  private Effect update(Received received, Activity.Update update, Ref ref) {
    Iri id = ref.iri();
    if (id == null) return Effect.none();
    ObjectDocument document = ref.thing() instanceof ObjectDocument written ? written : origin(id);
    if (document == null) return Effect.none();
    Optional<ForeignPost> foreign = arrivals.read(document, update.audience(), received.actor());
    if (foreign.isEmpty() || !arrivals.interest().isOfInterest(foreign.get(), received.actor()))
      return Effect.none();
    return switch (remote.prepare(foreign.get(), document, received.actor())) {
      case Outcome.New(Prepared prepared) -> tx -> update(tx, received, prepared);
      case Outcome.Unreachable(String reason) -> throw new TryLater(reason);
      case Outcome.Known _, Outcome.Nothing _ -> Effect.none();
    };
  }

  private void update(Tx tx, Received received, Prepared prepared) {
    Optional<Post> known = store.byIri(tx, prepared.post().iri());
    if (known.isEmpty()) {
      if (isRecent(prepared.post().published())) store(tx, received, prepared);
      return;
    }
    if (!known.get().author().equals(prepared.author().id())) return;
    arrivals.update(tx, known.get(), prepared);
    forwarding.forward(tx, received, known.get());
  }

  private boolean isRecent(Instant published) {
    return published.isAfter(needs.clock().instant().minus(Duration.ofDays(1)));
  }

  /** Posts that are gone; those never seen are remembered, in case they come late. */
  public Effect delete(Received received, Activity.Delete delete) {
    Effect own =
        tx -> {
          for (Ref ref : delete.objects()) if (ref.iri() != null) delete(tx, received, ref.iri());
        };
    return own.then(moderate(received, delete));
  }

  /** What a moderator of a community elsewhere tells us without its going round by that. */
  public Effect moderate(Received received, Activity deed) {
    Actor group = needs.database().read(db -> community(db, received, deed));
    return group != null && moderators.contain(group, received.actor())
        ? deeds.take(group, deed)
        : Effect.none();
  }

  /** Where it was done: in the community of a post by somebody else, or in one that is named. */
  private @Nullable Actor community(Reading db, Received received, Activity deed) {
    Activity done =
        deed instanceof Activity.Undo undo && undo.inner() != null ? undo.inner() : deed;
    Iri object = done.objectId();
    Optional<Post> post = object == null ? Optional.empty() : store.byIri(db, object);
    if (post.isPresent()) {
      ActorId community = post.get().community();
      boolean own = post.get().author().equals(received.actor().id());
      return community == null || own ? null : needs.actors().byId(db, community).orElse(null);
    }
    // What is not here can be neither removed nor locked.
    if (deed instanceof Activity.Delete || deed instanceof Activity.Lock) return null;
    Set<Iri> named = new LinkedHashSet<>(done.audience().all());
    Ref target = done.envelope().target();
    if (target != null && target.iri() != null) named.add(target.iri());
    return needs.actors().byIris(db, named.stream().limit(MOST_NAMED).toList()).values().stream()
        .filter(one -> one.kind() == ActorKind.GROUP && !one.local())
        .findFirst()
        .orElse(null);
  }

  /** Something deleted is there again, says whoever may: it is fetched where it was written. */
  public Effect undoDelete(Received received, Activity.Delete undone) {
    return restorations
        .byAuthor(received.actor(), undone)
        .then(moderate(received, received.activity()));
  }

  private void delete(Tx tx, Received received, Iri id) {
    Actor actor = received.actor();
    Optional<Post> post = store.byIri(tx, id);
    if (post.isEmpty()) {
      if (id.sameOrigin(actor.iri())) writer.deletedElsewhere(tx, id, actor.id());
      return;
    }
    if (!post.get().author().equals(actor.id())) return;
    forwarding.forward(tx, received, post.get());
    writer.delete(tx, post.get());
  }

  /** A vote in a poll as an activity of its own (PieFed). */
  public Effect vote(Received received, Activity.PollVote vote) {
    return pollInbox.vote(received, vote);
  }

  /** Such a vote that a group passes on. */
  public Effect passOnVote(Received received, Activity inner) {
    return pollInbox.passOn(received.actor(), inner);
  }

  /** The activities of others that a group passes on; mostly none. */
  public List<Activity> passedOn(Received received) {
    return groups.passedOn(received);
  }

  /** A boost, also of something that has to be fetched first. */
  public Effect announce(Received received, Activity.Announce announce) {
    return boostInbox.announce(received, announce);
  }

  /** One of the activities that a group passes on. */
  public Effect passOn(Received received, Activity.Announce announce, Activity inner) {
    return inner instanceof Activity.Create
        ? boostInbox.passOn(received, announce, inner.objectId())
        : groups.take(received.actor(), inner);
  }

  /** A boost taken back, with the inner activity written out. */
  public Effect undoAnnounce(Received received, Activity.Announce undone) {
    return boostInbox.undo(received, undone);
  }

  /** The same when only the id of the Announce is given; false when it is not the id of one. */
  public boolean undo(Tx tx, Received received, Iri id) {
    return boostInbox.undo(tx, received, id);
  }

  /** Something joins a collection: here, a post the pinned ones of its author. */
  public Effect add(Received received, Activity.Add add) {
    Iri object = add.objectId();
    if (object == null) return Effect.none();
    if (!isFeatured(received.actor(), add)) return moderate(received, add);
    return switch (remote.find(object)) {
      case Outcome.Known(Post post) -> tx -> pins.addOwn(tx, received.actor().id(), post);
      case Outcome.New(Prepared prepared) ->
          tx ->
              arrivals
                  .store(tx, prepared, false)
                  .ifPresent(post -> pins.addOwn(tx, received.actor().id(), post));
      case Outcome.Unreachable(String reason) -> throw new TryLater(reason);
      case Outcome.Nothing _ -> Effect.none();
    };
  }

  /** Something leaves the pinned posts of its author. */
  public Effect remove(Received received, Activity.Remove remove) {
    Iri object = remove.objectId();
    if (object == null) return Effect.none();
    if (!isFeatured(received.actor(), remove)) return moderate(received, remove);
    return tx ->
        store
            .byIri(tx, object)
            .ifPresent(post -> pins.remove(tx, received.actor().id(), post.id()));
  }

  private static boolean isFeatured(Actor actor, Activity change) {
    Ref target = change.envelope().target();
    return target != null && actor.featured() != null && actor.featured().equals(target.iri());
  }
}
