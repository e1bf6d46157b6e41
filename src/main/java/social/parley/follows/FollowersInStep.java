package social.parley.follows;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.federation.FollowersParts;
import social.parley.federation.UnhurriedReader;
import social.parley.federation.UnhurriedReader.Listed;
import social.parley.follows.FollowStore.Follower;
import social.parley.jobs.Jobs;
import social.parley.signatures.CollectionSynchronization;
import social.parley.signatures.FollowersDigest;
import social.parley.storage.Database;
import social.parley.storage.ReadCache;
import social.parley.storage.Tx;

/**
 * Keeps what two servers know of a follow in step, also when a message between them was lost: each
 * tells the other a digest, and the one that follows puts right what differs (FEP-8fcf).
 */
public final class FollowersInStep implements FollowersParts {
  private static final String JOB = "follows.compare";

  /** What is on its way has then arrived. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** How often the followers of one actor are asked for. */
  private static final Duration PAUSE = Duration.ofMinutes(15);

  /** How often any followers are asked for at one host, longer than one comparison lasts. */
  private static final Duration HOST_PAUSE = Duration.ofMinutes(2);

  private static final int MOST_HOSTS = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int MOST_PAGES = 10;
  private static final int MOST_FOLLOWERS = 50_000;
  private static final int MOST_UNDOS = 20;
  private static final int MOST_TOGETHER = 50;
  private static final long CACHED_BYTES = 1 << 20;

  private final Database database;
  private final Clock clock;
  private final Jobs jobs;
  private final Actors actors;
  private final UnhurriedReader reader;
  private final Follows follows;
  private final FollowStore store = new FollowStore();

  /** What we know of the followers here of actors elsewhere. */
  private final ReadCache<ActorId, String> known = new ReadCache<>(CACHED_BYTES, (_, _) -> 200);

  /** What we say of the followers elsewhere of actors here. */
  private final ReadCache<ActorId, Map<String, String>> said =
      new ReadCache<>(CACHED_BYTES, (_, digests) -> 200 * (1 + digests.size()));

  /** Those that have been asked within the pause. */
  private final Cache<String, Instant> askedHosts;

  private final Cache<ActorId, Instant> askedActors;

  public FollowersInStep(
      Database database,
      Clock clock,
      Jobs jobs,
      Actors actors,
      UnhurriedReader reader,
      Follows follows) {
    this.database = database;
    this.clock = clock;
    this.jobs = jobs;
    this.actors = actors;
    this.reader = reader;
    this.follows = follows;
    askedHosts = lately(HOST_PAUSE);
    askedActors = lately(PAUSE);
    jobs.handleSlow(JOB, Comparison.class, this::compare);
  }

  private <K> Cache<K, Instant> lately(Duration pause) {
    return Caffeine.newBuilder()
        .maximumSize(MOST_HOSTS)
        .expireAfterWrite(pause)
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
        .build();
  }

  /** An actor elsewhere whose followers here the other server counts otherwise. */
  record Comparison(ActorId actor, String url, String digest) {}

  @Override
  public Map<String, String> digests(ActorId of) {
    return Objects.requireNonNull(said.one(of, this::count));
  }

  private Map<String, String> count(ActorId of) {
    Map<String, List<Iri>> parts = new HashMap<>();
    for (Iri follower : database.read(db -> store.elsewhere(db, of, "")))
      parts.computeIfAbsent(follower.origin(), _ -> new ArrayList<>()).add(follower);
    Map<String, String> digests = new HashMap<>();
    parts.forEach((origin, part) -> digests.put(origin, FollowersDigest.of(part)));
    return digests;
  }

  @Override
  public List<Iri> part(ActorId of, String origin) {
    return database.read(db -> store.elsewhere(db, of, origin)).stream()
        .filter(follower -> follower.origin().equals(origin))
        .toList();
  }

  @Override
  public void heard(Actor actor, CollectionSynchronization said) {
    if (Objects.requireNonNull(known.one(actor.id(), this::digestHere))
        .equalsIgnoreCase(said.digest())) return;
    Instant now = clock.instant();
    String host = actor.iri().host();
    if (askedActors.getIfPresent(actor.id()) != null
        || askedHosts.asMap().putIfAbsent(host, now) != null) return;
    askedActors.put(actor.id(), now);
    boolean begun =
        database.write(tx -> {
          if (!store.mayCompare(tx, actor.id(), now, now.minus(PAUSE))) return false;
          var comparison = new Comparison(actor.id(), said.url().value(), said.digest());
          jobs.enqueue(tx, JOB, comparison, now.plus(PATIENCE));
          return true;
        });
    if (!begun) askedHosts.invalidate(host);
  }

  private String digestHere(ActorId of) {
    return digest(database.read(db -> store.here(db, of)));
  }

  private static String digest(List<Follower> followers) {
    return FollowersDigest.of(followers.stream().map(Follower::iri).toList());
  }

  /** Drops the digests of whoever is followed by somebody else now. */
  void changed(Tx tx, ActorId followed) {
    known.drop(tx, followed);
    said.drop(tx, followed);
  }

  public void followed(Tx tx, Followed followed) {
    changed(tx, followed.follow().followed());
  }

  public void unfollowed(Tx tx, Unfollowed unfollowed) {
    changed(tx, unfollowed.followed());
  }

  private void compare(Comparison job) {
    Actor actor = actors.byId(job.actor()).filter(Actor::isPresent).orElse(null);
    if (actor == null) return;
    // Whoever comes to follow while the list is read is not missing in it.
    List<Follower> before = database.read(db -> store.here(db, actor.id()));
    if (digest(before).equalsIgnoreCase(job.digest())) return;
    Listed listed =
        reader.list(
            Ref.of(new Iri(job.url())), MOST_FOLLOWERS, MOST_PAGES, clock.instant().plus(LONGEST));
    Set<Iri> there = ours(listed.items());
    // An incomplete list, or one that has changed meanwhile, takes nobody's follow away.
    if (listed.whole() && FollowersDigest.of(there).equalsIgnoreCase(job.digest()))
      removeAll(actor, before.stream().filter(one -> !there.contains(one.iri())).toList());
    // Elsewhere than at home, an inbox may be somebody's who has asked for nothing.
    if (!actor.inbox().sameOrigin(actor.iri())) return;
    before.forEach(one -> there.remove(one.iri()));
    List<Iri> unknown = there.stream().limit(MOST_UNDOS).toList();
    if (!unknown.isEmpty()) database.run(tx -> answer(tx, actor, unknown));
  }

  private void removeAll(Actor actor, List<Follower> lost) {
    for (int from = 0; from < lost.size(); from += MOST_TOGETHER) {
      List<Follower> some = lost.subList(from, Math.min(lost.size(), from + MOST_TOGETHER));
      database.run(tx -> remove(tx, actor, some));
    }
  }

  private void remove(Tx tx, Actor actor, List<Follower> lost) {
    Map<Iri, Actor> known = actors.byIris(tx, lost.stream().map(Follower::iri).toList());
    for (Follower one : lost)
      if (known.get(one.iri()) instanceof Actor follower)
        store
            .find(tx, follower.id(), actor.id())
            .filter(follow -> follow.id() == one.follow())
            .ifPresent(follow -> follows.remove(tx, follow));
  }

  /** The other server lists them, and here they follow only when they have asked to. */
  private void answer(Tx tx, Actor actor, List<Iri> unknown) {
    for (Actor follower : actors.byIris(tx, unknown).values()) {
      if (!follower.local() || !follower.isPresent()) continue;
      Optional<Follow> follow = store.find(tx, follower.id(), actor.id());
      if (follow.isEmpty()) follows.tellNeverFollowed(tx, follower, actor);
      else if (!follow.get().accepted()) follows.accept(tx, follow.get());
    }
  }

  /** Our people whom the other server lists; others in its list are none of its business. */
  private Set<Iri> ours(List<Ref> listed) {
    Set<Iri> ours = new LinkedHashSet<>();
    for (Ref item : listed)
      if (item.iri() != null && actors.addresses().isLocal(item.iri())) ours.add(item.iri());
    return ours;
  }
}
