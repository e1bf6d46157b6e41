package social.parley.follows;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import social.parley.activitystreams.CollectionDocument;
import social.parley.activitystreams.Ref;
import social.parley.activitystreams.Thing;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.federation.FollowersParts;
import social.parley.federation.RemoteDocuments;
import social.parley.jobs.Jobs;
import social.parley.signatures.CollectionSynchronization;
import social.parley.signatures.FollowersDigest;
import social.parley.storage.Database;
import social.parley.storage.ReadCache;
import social.parley.storage.Reading;
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
  private static final long CACHED_BYTES = 1 << 20;

  private final Database database;
  private final Clock clock;
  private final Jobs jobs;
  private final Actors actors;
  private final RemoteDocuments documents;
  private final Follows follows;
  private final FollowStore store = new FollowStore();
  private final ReadCache<ActorId, String> known = new ReadCache<>(CACHED_BYTES, (_, _) -> 200);

  /** Those that have been asked within the pause. */
  private final Cache<String, Instant> askedHosts;

  public FollowersInStep(
      Database database,
      Clock clock,
      Jobs jobs,
      Actors actors,
      RemoteDocuments documents,
      Follows follows) {
    this.database = database;
    this.clock = clock;
    this.jobs = jobs;
    this.actors = actors;
    this.documents = documents;
    this.follows = follows;
    askedHosts =
        Caffeine.newBuilder()
            .maximumSize(MOST_HOSTS)
            .expireAfterWrite(HOST_PAUSE)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
    jobs.handleSlow(JOB, Comparison.class, this::compare);
  }

  /** An actor elsewhere whose followers here the other server counts otherwise. */
  record Comparison(ActorId actor, String url, String digest) {}

  @Override
  public Map<String, String> digests(ActorId of) {
    Map<String, List<Iri>> parts = new HashMap<>();
    for (Iri follower : database.read(db -> store.followers(db, of, false)))
      parts.computeIfAbsent(follower.origin(), _ -> new ArrayList<>()).add(follower);
    Map<String, String> digests = new HashMap<>();
    parts.forEach((origin, part) -> digests.put(origin, FollowersDigest.of(part)));
    return digests;
  }

  @Override
  public List<Iri> part(ActorId of, String origin) {
    return database.read(db -> store.followers(db, of, false)).stream()
        .filter(follower -> follower.origin().equals(origin))
        .toList();
  }

  @Override
  public void heard(Actor actor, CollectionSynchronization said) {
    String here =
        known.one(actor.id(), id -> FollowersDigest.of(database.read(db -> here(db, id))));
    if (Objects.requireNonNull(here).equalsIgnoreCase(said.digest())) return;
    Instant now = clock.instant();
    String host = actor.iri().host();
    if (askedHosts.asMap().putIfAbsent(host, now) != null) return;
    boolean begun =
        database.write(tx -> {
          if (!store.mayCompare(tx, actor.id(), now, now.minus(PAUSE))) return false;
          var comparison = new Comparison(actor.id(), said.url().value(), said.digest());
          jobs.enqueue(tx, JOB, comparison, now.plus(PATIENCE));
          return true;
        });
    if (!begun) askedHosts.invalidate(host);
  }

  private Set<Iri> here(Reading db, ActorId of) {
    return new HashSet<>(store.followers(db, of, true));
  }

  /** Drops the digest of whoever is followed by somebody else now. */
  void changed(Tx tx, ActorId followed) {
    known.drop(tx, followed);
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
    String here = FollowersDigest.of(database.read(db -> here(db, actor.id())));
    if (here.equalsIgnoreCase(job.digest())) return;
    Set<Iri> there = listed(new Iri(job.url())).orElse(null);
    if (there == null) return;
    // An incomplete list, or one that has changed meanwhile, takes nobody's follow away.
    boolean whole = FollowersDigest.of(there).equalsIgnoreCase(job.digest());
    database.run(tx -> mend(tx, actor, there, whole));
  }

  private void mend(Tx tx, Actor actor, Set<Iri> there, boolean whole) {
    Set<Iri> here = here(tx, actor.id());
    if (whole)
      for (Actor lost : actors.byIris(tx, without(here, there)).values())
        store.find(tx, lost.id(), actor.id()).ifPresent(follow -> follows.remove(tx, follow));
    // Elsewhere than at home, an inbox may be somebody's who has asked for nothing.
    if (!actor.inbox().sameOrigin(actor.iri())) return;
    List<Iri> unknown = without(there, here);
    for (Actor follower :
        actors.byIris(tx, unknown.subList(0, Math.min(unknown.size(), MOST_UNDOS))).values())
      if (follower.local() && follower.isPresent())
        store
            .find(tx, follower.id(), actor.id())
            .ifPresentOrElse(
                waiting -> follows.accept(tx, waiting),
                () -> follows.tellNeverFollowed(tx, follower, actor));
  }

  private static List<Iri> without(Set<Iri> some, Set<Iri> others) {
    return some.stream().filter(one -> !others.contains(one)).toList();
  }

  /** Our people whom the other server lists; others in its list are none of its business. */
  private Optional<Set<Iri>> listed(Iri url) {
    Instant end = clock.instant().plus(LONGEST);
    Set<Iri> listed = new LinkedHashSet<>();
    Set<Iri> read = new HashSet<>();
    Ref next = Ref.of(url);
    for (int page = 0; next != null && page < MOST_PAGES; page++) {
      if (!clock.instant().isBefore(end)) return Optional.empty();
      if (next.thing() == null && next.iri() != null && !read.add(next.iri())) break;
      CollectionDocument found = page(url, next).orElse(null);
      if (found == null) return Optional.empty();
      for (Ref item : found.items())
        if (item.iri() != null
            && listed.size() < MOST_FOLLOWERS
            && actors.addresses().isLocal(item.iri())) listed.add(item.iri());
      next = found.page() || found.first() == null ? found.next() : found.first();
    }
    return Optional.of(listed);
  }

  private Optional<CollectionDocument> page(Iri url, Ref ref) {
    if (ref.thing() instanceof CollectionDocument written) return Optional.of(written);
    Iri iri = ref.iri();
    if (iri == null || !iri.sameOrigin(url)) return Optional.empty();
    // Whoever cannot be reached is not asked again before they have said something new.
    return documents.collection(iri) instanceof RemoteDocuments.Result.Found(Thing thing)
            && thing instanceof CollectionDocument page
        ? Optional.of(page)
        : Optional.empty();
  }
}
