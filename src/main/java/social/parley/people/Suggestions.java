package social.parley.people;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.people.Suggestion.Reason;
import social.parley.storage.Database;
import social.parley.storage.Snapshot;
import social.parley.storage.Tx;

/** Whom somebody could follow: friends of friends first, then whom many here follow. */
public final class Suggestions {
  private static final int MOST = 120;
  private static final Duration POPULAR_KEPT = Duration.ofHours(1);

  private final Database database;
  private final Clock clock;
  private final Actors actors;
  private final SuggestionStore store = new SuggestionStore();

  /** Whom many follow; counted now and then only, as it takes a look at every follow. */
  private final Snapshot<List<ActorId>> popular;

  public Suggestions(Database database, Clock clock, Actors actors) {
    this.database = database;
    this.clock = clock;
    this.actors = actors;
    this.popular =
        new Snapshot<>(database, clock, POPULAR_KEPT, db -> store.mostFollowed(db, MOST));
  }

  public List<Suggestion> of(ActorId me, int offset, int limit) {
    if (offset >= MOST) return List.of();
    return database.read(db -> {
      List<ActorId> friends = store.friendsOfFriends(db, me, MOST);
      List<ActorId> many = popular.get(db);
      Set<ActorId> candidates = new LinkedHashSet<>(friends);
      candidates.addAll(many);
      Set<ActorId> fitting = store.fitting(db, me, candidates, clock.instant());
      return candidates.stream()
          .filter(fitting::contains)
          .skip(offset)
          .limit(limit)
          .map(one -> suggestion(one, friends.contains(one), many.contains(one)))
          .toList();
    });
  }

  private static Suggestion suggestion(ActorId who, boolean ofFriends, boolean ofMany) {
    List<Reason> reasons = new ArrayList<>();
    if (ofFriends) reasons.add(Reason.FRIENDS_OF_FRIENDS);
    if (ofMany) reasons.add(Reason.MOST_FOLLOWED);
    return new Suggestion(who, reasons);
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
