package social.parley.follows;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.follows.Attitudes.Kind;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** How one person stands to others, for many at once. */
public final class Relationships {
  private final Database database;
  private final Clock clock;
  private final FollowStore follows = new FollowStore();

  public Relationships(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public Relationship of(ActorId me, ActorId other) {
    return Objects.requireNonNull(of(me, List.of(other)).get(other));
  }

  /** One relationship for each of the others, in their order. */
  public Map<ActorId, Relationship> of(ActorId me, Collection<ActorId> others) {
    return database.read(db -> read(db, me, others));
  }

  private Map<ActorId, Relationship> read(Reading db, ActorId me, Collection<ActorId> others) {
    Map<ActorId, Follow> out = new HashMap<>();
    Map<ActorId, Follow> in = new HashMap<>();
    for (Follow follow : follows.between(db, me, others))
      if (follow.follower().equals(me)) out.put(follow.followed(), follow);
      else in.put(follow.follower(), follow);
    Attitudes attitudes = Attitudes.of(db, me, others, clock.instant());
    Map<ActorId, Relationship> all = new LinkedHashMap<>();
    for (ActorId other : others)
      all.put(other, relationship(other, out.get(other), in.get(other), attitudes));
    return all;
  }

  private static Relationship relationship(
      ActorId other, @Nullable Follow out, @Nullable Follow in, Attitudes attitudes) {
    boolean following = out != null && out.accepted();
    FollowOptions options = out == null ? FollowOptions.USUAL : out.options();
    Attitudes.Row mute = attitudes.find(Kind.MUTES, other);
    Attitudes.Row note = attitudes.find(Kind.NOTES, other);
    return new Relationship(
        other,
        following,
        out != null && options.boosts(),
        out != null && options.notifying(),
        out == null ? List.of() : options.languages(),
        in != null && in.accepted(),
        out != null && !following,
        in != null && !in.accepted(),
        attitudes.has(Kind.BLOCKS, other),
        attitudes.has(Kind.BLOCKED_BY, other),
        mute != null,
        mute != null && mute.hideNotifications(),
        mute == null ? null : mute.until(),
        attitudes.has(Kind.HIDES, other),
        attitudes.has(Kind.ENDORSES, other),
        note == null ? "" : note.note());
  }

  /** For each of some others, those who follow them among the people somebody follows. */
  public Map<ActorId, List<ActorId>> familiar(ActorId me, Collection<ActorId> others, int most) {
    Map<ActorId, List<ActorId>> familiar = new LinkedHashMap<>();
    others.forEach(other -> familiar.put(other, new ArrayList<>()));
    for (FollowStore.Familiar one : database.read(db -> follows.familiar(db, me, others, most)))
      familiar.computeIfAbsent(one.other(), _ -> new ArrayList<>()).add(one.follower());
    return familiar;
  }
}
