package social.parley.people;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Refused;
import social.parley.people.Suggestion.Reason;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Snapshot;
import social.parley.storage.Tx;

/**
 * Whom somebody could follow: whom the staff has picked, friends of friends, whom people of the
 * same taste follow, and then whom many follow or talk with.
 */
public final class Suggestions {
  private static final int MOST = 120;
  private static final Duration POPULAR_KEPT = Duration.ofHours(1);
  private static final Duration LATELY = Duration.ofDays(7);

  private final Database database;
  private final Clock clock;
  private final Actors actors;
  private final List<String> featured;
  private final SuggestionStore store = new SuggestionStore();

  private final Snapshot<Popular> popular;

  /** Those shown to everybody; found now and then only, as it takes a look at every follow. */
  private record Popular(
      List<ActorId> featured, List<ActorId> followed, List<ActorId> talkedWith) {}

  /** With those whom the staff has picked, by name or name and server. */
  public Suggestions(Database database, Clock clock, Actors actors, List<String> featured) {
    this.database = database;
    this.clock = clock;
    this.actors = actors;
    this.featured = List.copyOf(featured);
    this.popular = new Snapshot<>(database, clock, POPULAR_KEPT, this::popular);
  }

  public List<Suggestion> of(ActorId me, int offset, int limit) {
    if (offset >= MOST) return List.of();
    return database.read(db -> {
      Map<ActorId, List<Reason>> candidates = new LinkedHashMap<>();
      Popular many = popular.get(db);
      add(candidates, Reason.FEATURED, many.featured());
      add(candidates, Reason.FRIENDS_OF_FRIENDS, store.friendsOfFriends(db, me, MOST));
      add(candidates, Reason.SIMILAR_TO_RECENTLY_FOLLOWED, store.similar(db, me, MOST));
      add(candidates, Reason.MOST_FOLLOWED, many.followed());
      add(candidates, Reason.MOST_INTERACTIONS, many.talkedWith());
      Set<ActorId> fitting = store.fitting(db, me, candidates.keySet(), clock.instant());
      return candidates.entrySet().stream()
          .filter(one -> fitting.contains(one.getKey()))
          .skip(offset)
          .limit(limit)
          .map(one -> new Suggestion(one.getKey(), one.getValue()))
          .toList();
    });
  }

  private static void add(
      Map<ActorId, List<Reason>> candidates, Reason reason, List<ActorId> people) {
    for (ActorId one : people) candidates.computeIfAbsent(one, _ -> new ArrayList<>()).add(reason);
  }

  private Popular popular(Reading db) {
    return new Popular(
        picked(db),
        store.mostFollowed(db, MOST),
        store.mostInteractions(db, clock.instant().minus(LATELY), MOST));
  }

  /** Whoever is not known here yet is left out. */
  private List<ActorId> picked(Reading db) {
    List<ActorId> people = new ArrayList<>();
    for (String name : featured)
      (name.contains("@")
              ? Handle.parse(name).flatMap(handle -> actors.byHandle(db, handle))
              : actors.local(db, name))
          .map(Actor::id)
          .ifPresent(people::add);
    return people;
  }

  /** Somebody is gone: neither dismisses nor is dismissed. */
  public void forget(Tx tx, ActorId actor) {
    store.forget(tx, actor);
  }

  /** Never suggests somebody again. */
  public void dismiss(ActorId me, ActorId target) {
    database.run(tx -> {
      if (actors.byId(tx, target).isEmpty()) throw new Refused.NotFound();
      store.dismiss(tx, me, target);
    });
  }
}
