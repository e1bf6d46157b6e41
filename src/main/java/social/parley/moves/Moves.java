package social.parley.moves;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.actors.ActorActivities;
import social.parley.actors.Actors;
import social.parley.actors.ProfileEdit;
import social.parley.actors.RemoteActors;
import social.parley.actors.Resolution;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.federation.Effect;
import social.parley.federation.Outbox;
import social.parley.federation.Received;
import social.parley.follows.Follow;
import social.parley.follows.Follows;
import social.parley.jobs.Jobs;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/**
 * Moves from one account to another. The new one must name the old one in {@code alsoKnownAs}, and
 * nobody moves twice within some days; the followers here follow the new one, bit by bit.
 */
public final class Moves {
  private static final String CARRY = "moves.carry-followers";
  private static final int CHUNK = 20;
  private static final int MOST_ALIASES = 10;
  private static final Duration PAUSE_HERE = Duration.ofDays(30);
  private static final Duration PAUSE_ELSEWHERE = Duration.ofDays(7);

  private final Database database;
  private final Clock clock;
  private final Jobs jobs;
  private final Actors actors;
  private final RemoteActors remoteActors;
  private final Outbox outbox;
  private final Follows follows;

  public Moves(
      Database database,
      Clock clock,
      Jobs jobs,
      Actors actors,
      RemoteActors remoteActors,
      Outbox outbox,
      Follows follows) {
    this.database = database;
    this.clock = clock;
    this.jobs = jobs;
    this.actors = actors;
    this.remoteActors = remoteActors;
    this.outbox = outbox;
    this.follows = follows;
    jobs.handle(CARRY, Carrying.class, this::carry);
  }

  /** Followers whose follow is newer than the last one carried over. */
  record Carrying(ActorId from, ActorId to, long after) {}

  /** The account with this handle or address, here or elsewhere. */
  public Actor named(String words) {
    String name = named(words, actors.addresses().domain());
    Optional<Resolution> found =
        name.contains("://")
            ? Iri.parse(name).filter(Iri::isWeb).map(remoteActors::find)
            : Handle.parse(name).map(remoteActors::find);
    return found
        .flatMap(Moves::found)
        .orElseThrow(() -> new Refused.NotFound("There is no account " + name));
  }

  /** The handles of the accounts that are this person's too; addresses where none is known. */
  public List<String> aliases(ActorId me) {
    List<Iri> aliases = actors.byId(me).orElseThrow(Refused.NotFound::new).alsoKnownAs();
    Map<Iri, Actor> known = actors.byIris(aliases);
    return aliases.stream()
        .map(iri -> known.get(iri) instanceof Actor actor ? actor.handle().toString() : iri.value())
        .toList();
  }

  /** Says that another account is also this person's, so that it can move here. */
  public void addAlias(ActorId me, Actor account) {
    changeAliases(
        me,
        aliases -> {
          if (aliases.size() == MOST_ALIASES)
            throw new Refused.Invalid("alias", "At most " + MOST_ALIASES + " accounts");
          if (!account.id().equals(me) && !aliases.contains(account.iri()))
            aliases.add(account.iri());
        });
  }

  /** Takes that back, by the handle or the address of the other account. */
  public void dropAlias(ActorId me, String words) {
    String name = named(words, actors.addresses().domain());
    Map<Iri, Actor> known =
        actors.byIris(actors.byId(me).map(Actor::alsoKnownAs).orElseThrow(Refused.NotFound::new));
    changeAliases(
        me,
        aliases ->
            aliases.removeIf(iri ->
                iri.value().equals(name)
                    || (known.get(iri) instanceof Actor actor
                        && actor.handle().toString().equals(name))));
  }

  private static String named(String words, String domain) {
    String name = words.strip().replaceFirst("^@", "");
    return name.contains("@") || name.contains("://") ? name : name + "@" + domain;
  }

  private void changeAliases(ActorId me, Consumer<List<Iri>> change) {
    database.run(tx -> {
      Actor before = actors.byId(tx, me).orElseThrow(Refused.NotFound::new);
      List<Iri> aliases = new ArrayList<>(before.alsoKnownAs());
      change.accept(aliases);
      if (aliases.equals(before.alsoKnownAs())) return;
      tellChange(tx, actors.edit(tx, me, new ProfileEdit().alsoKnownAs(aliases)));
    });
  }

  /** Moves somebody away, with all followers that agree to come along. */
  public void move(ActorId me, Actor account) {
    Actor from = actors.byId(me).filter(Actor::isPresent).orElseThrow(Refused.NotFound::new);
    Actor to =
        asIs(account.iri())
            .filter(target -> !target.id().equals(me))
            .orElseThrow(() -> new Refused.Invalid("target_account", "is not another account"));
    if (!to.alsoKnownAs().contains(from.iri()))
      throw new Refused.Invalid("target_account", "does not name this account as an alias");
    database.run(tx -> {
      if (!mayMove(tx, from, PAUSE_HERE))
        throw new Refused.Conflict(
            "An account can move once every " + PAUSE_HERE.toDays() + " days");
      begin(tx, from, to);
      tellChange(tx, actors.byId(tx, me).orElseThrow());
      outbox.send(tx, from, activity(from, to), follows.followerInboxes(tx, me));
    });
  }

  private Activity activity(Actor from, Actor to) {
    Iri followers = from.followers();
    Audience audience = followers == null ? Audience.NONE : Audience.to(followers);
    return new Activity.Move(
        Envelope.of(outbox.nextId(), from.iri(), audience).withTarget(Ref.of(to.iri())),
        Ref.of(from.iri()));
  }

  private void tellChange(Tx tx, Actor actor) {
    Activity update = ActorActivities.update(outbox.nextId(), actor, actors.document(tx, actor));
    outbox.send(tx, actor, update, follows.followerInboxes(tx, actor.id()));
  }

  /** Somebody elsewhere has moved, by their own word and by that of the account they moved to. */
  public Effect receive(Received received, Activity.Move move) {
    Actor from = received.actor();
    Ref target = move.envelope().target();
    Iri account = target == null ? null : target.iri();
    if (account == null || !from.iri().equals(move.objectId())) return Effect.none();
    Optional<Actor> to =
        asIs(account)
            .filter(actor -> !actor.id().equals(from.id()))
            .filter(actor -> actor.alsoKnownAs().contains(from.iri()));
    return to.<Effect>map(actor -> tx -> arrive(tx, from, actor)).orElse(Effect.none());
  }

  private void arrive(Tx tx, Actor from, Actor to) {
    if (mayMove(tx, from, PAUSE_ELSEWHERE)) begin(tx, from, to);
  }

  /** False when this account has moved lately; else it does now. */
  private boolean mayMove(Tx tx, Actor from, Duration pause) {
    Instant now = clock.instant();
    return tx.update(
                """
                INSERT INTO moves (actor_id, moved_at) VALUES (:actor, :now)
                ON CONFLICT (actor_id) DO UPDATE SET moved_at = excluded.moved_at
                  WHERE moves.moved_at <= :before\
                """)
            .bind("actor", from.id())
            .bind("now", now)
            .bind("before", now.minus(pause))
            .execute()
        == 1;
  }

  private void begin(Tx tx, Actor from, Actor to) {
    actors.moved(tx, from.id(), to.id());
    jobs.enqueue(tx, CARRY, new Carrying(from.id(), to.id(), 0));
  }

  private void carry(Carrying job) {
    database.run(tx -> {
      List<Follow> some = follows.localFollowers(tx, job.from(), job.after(), CHUNK);
      for (Follow follow : some) {
        if (!follow.follower().equals(job.to()))
          follows.ask(tx, follow.follower(), job.to(), follow.options());
        follows.sever(tx, follow);
        follows.tellEnd(tx, follow);
      }
      if (some.size() == CHUNK)
        jobs.enqueue(tx, CARRY, new Carrying(job.from(), job.to(), some.getLast().id()));
    });
  }

  /** An account as its server has it now. */
  private Optional<Actor> asIs(Iri account) {
    return account.isWeb() ? found(remoteActors.refresh(account)) : Optional.empty();
  }

  private static Optional<Actor> found(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Found(Actor actor) -> Optional.of(actor).filter(Actor::isPresent);
      case Resolution.Unreachable(String reason) -> throw new Refused.Unavailable(reason);
      case Resolution.Gone _, Resolution.NotFound _ -> Optional.empty();
    };
  }
}
