package social.parley.follows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import social.parley.actors.Actor;
import social.parley.core.ActorId;

/**
 * Whom somebody follows, and who blocks them: what decides which posts they may see. Whom they
 * block, mute and hide themselves: what decides which they want to see.
 */
public final class Circle {
  private static final long[] NONE = {};

  /** That of a stranger. */
  public static final Circle NOBODY =
      new Circle(new ActorId(-1), NONE, NONE, NONE, Map.of(), List.of());

  private final ActorId owner;
  private final long[] followed;
  private final long[] blocked;
  private final long[] blockers;
  private final Map<ActorId, Instant> unwanted;
  private final List<String> hidden;

  /** The arrays in rising order; those unwanted with the moment at which that ends. */
  Circle(
      ActorId owner,
      long[] followed,
      long[] blocked,
      long[] blockers,
      Map<ActorId, Instant> unwanted,
      List<String> hidden) {
    this.owner = owner;
    this.followed = followed;
    this.blocked = blocked;
    this.blockers = blockers;
    this.unwanted = Map.copyOf(unwanted);
    this.hidden = List.copyOf(hidden);
  }

  /** True when the follow has been accepted. */
  public boolean follows(ActorId other) {
    return holds(followed, other);
  }

  /** The ids of those whom they follow. */
  public long[] followed() {
    return followed.clone();
  }

  public boolean isBlockedBy(ActorId other) {
    return holds(blockers, other);
  }

  /** Whether one of the two blocks the other. */
  public boolean isParted(ActorId other) {
    return holds(blocked, other) || holds(blockers, other);
  }

  private static boolean holds(long[] ids, ActorId one) {
    return ids.length > 0 && Arrays.binarySearch(ids, one.value()) >= 0;
  }

  /** Whether they want to meet somebody now; the same answer as that of {@link Wanted}. */
  public boolean wants(Actor other, Instant now) {
    Instant until = unwanted.get(other.id());
    return (until == null || !until.isAfter(now)) && !hidden.contains(other.domain());
  }

  /** Whom they do not want to meet now. */
  public Unwanted unwanted(Instant now) {
    List<ActorId> actors = new ArrayList<>();
    unwanted.forEach((actor, until) -> {
      if (until.isAfter(now)) actors.add(actor);
    });
    return new Unwanted(owner, now, actors, hidden);
  }

  int weight() {
    return 128
        + 8 * (followed.length + blocked.length + blockers.length)
        + 80 * (unwanted.size() + hidden.size());
  }
}
