package social.parley.relays;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.RemoteActors;
import social.parley.actors.Resolution;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.federation.Effect;
import social.parley.federation.Outbox;
import social.parley.federation.Received;
import social.parley.storage.Database;
import social.parley.storage.ReadCache;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The relays of this server, which its own actor follows. */
public final class Relays {
  private static final String ALL = "";

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Actors actors;
  private final RemoteActors remoteActors;
  private final Outbox outbox;
  private final RelayStore store = new RelayStore();
  private final ReadCache<String, List<Relay>> known = new ReadCache<>(1000, (_, _) -> 1);

  public Relays(
      Database database,
      Ids ids,
      Clock clock,
      Actors actors,
      RemoteActors remoteActors,
      Outbox outbox) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.actors = actors;
    this.remoteActors = remoteActors;
    this.outbox = outbox;
  }

  /**
   * Asks a relay to be let in. An address that is an actor's is one of those that send and take
   * boosts; any other is taken for the inbox of one that passes activities on.
   */
  public Relay subscribe(Iri address) {
    if (!address.isWeb() || actors.addresses().isLocal(address))
      throw new Refused.Invalid("address", "is not that of another server");
    Actor server = actors.instanceActor();
    long id = ids.next();
    Iri follow = outbox.nextId();
    Relay relay =
        switch (remoteActors.find(address)) {
          case Resolution.Found(Actor actor) ->
              asked(id, address, actor.inbox(), Relay.Kind.BOOSTS, follow);
          case Resolution.NotFound _ -> asked(id, address, address, Relay.Kind.ACTIVITIES, follow);
          case Resolution.Gone _ -> throw new Refused.Invalid("address", "is gone");
          case Resolution.Unreachable(String reason) ->
              throw new Refused.Unavailable("The relay cannot be reached: " + reason);
        };
    database.run(tx -> {
      if (!store.insert(tx, relay)) throw new Refused.Conflict("There is already such a relay");
      changed(tx);
      outbox.send(tx, server, follow(server, relay), List.of(relay.inbox()));
    });
    return relay;
  }

  private Relay asked(long id, Iri address, Iri inbox, Relay.Kind kind, Iri follow) {
    return new Relay(id, address, inbox, kind, Relay.State.ASKED, follow, null, clock.instant());
  }

  private static Activity.Follow follow(Actor server, Relay relay) {
    Iri object =
        switch (relay.kind()) {
          case ACTIVITIES -> Audience.PUBLIC;
          case BOOSTS -> relay.address();
        };
    return new Activity.Follow(
        Envelope.of(relay.follow(), server.iri(), Audience.NONE), List.of(Ref.of(object)));
  }

  /** Leaves a relay. */
  public void unsubscribe(long id) {
    Actor server = actors.instanceActor();
    database.run(tx -> {
      Relay relay = store.find(tx, id).orElseThrow(Refused.NotFound::new);
      store.delete(tx, id);
      changed(tx);
      Activity undo =
          new Activity.Undo(
              Envelope.of(outbox.nextId(), server.iri(), Audience.NONE),
              List.of(Ref.of(follow(server, relay))));
      outbox.send(tx, server, undo, List.of(relay.inbox()));
    });
  }

  private void changed(Tx tx) {
    known.drop(tx, ALL);
  }

  /** All of them; not inside a write. */
  public List<Relay> all() {
    return Objects.requireNonNull(known.one(ALL, _ -> database.read(store::all)));
  }

  /** Whether somebody is a relay that has let us in; not inside a write. */
  public boolean isRelay(ActorId actor) {
    for (Relay relay : all()) if (relay.accepted() && actor.equals(relay.actor())) return true;
    return false;
  }

  /** Where a new post for everybody goes besides its usual readers. */
  public Set<Iri> inboxes(Reading db) {
    Set<Iri> inboxes = new LinkedHashSet<>();
    for (Relay relay : store.all(db))
      if (relay.accepted() && relay.kind() == Relay.Kind.ACTIVITIES) inboxes.add(relay.inbox());
    return inboxes;
  }

  /** Boosts a new post for the relays that want that. */
  public void boost(Tx tx, Iri post) {
    List<Iri> inboxes =
        store.all(tx).stream()
            .filter(relay -> relay.accepted() && relay.kind() == Relay.Kind.BOOSTS)
            .map(Relay::inbox)
            .toList();
    if (inboxes.isEmpty()) return;
    Actor server =
        actors.byIri(tx, actors.addresses().instanceActor("")).orElseThrow(Refused.NotFound::new);
    Activity announce =
        new Activity.Announce(
            Envelope.of(outbox.nextId(), server.iri(), Audience.to(Audience.PUBLIC))
                .withPublished(clock.instant()),
            List.of(Ref.of(post)));
    outbox.send(tx, server, announce, inboxes);
  }

  public Effect accept(Received received, Activity accept) {
    return answered(received, accept, Relay.State.ACCEPTED);
  }

  public Effect reject(Received received, Activity reject) {
    return answered(received, reject, Relay.State.REFUSED);
  }

  private Effect answered(Received received, Activity answer, Relay.State state) {
    Iri follow = answer.objectId();
    Optional<Relay> relay =
        all().stream()
            .filter(one -> one.follow().equals(follow))
            .filter(one -> one.inbox().sameOrigin(received.actor().iri()))
            .findFirst();
    if (relay.isEmpty()) return Effect.none();
    return tx -> {
      store.answered(tx, relay.get().id(), state, received.actor().id());
      changed(tx);
    };
  }
}
