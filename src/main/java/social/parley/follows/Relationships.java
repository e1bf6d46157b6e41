package social.parley.follows;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.follows.BlockStore.Mute;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** How one person stands to others, for many at once. */
public final class Relationships {
  private final Database database;
  private final Clock clock;
  private final FollowStore follows = new FollowStore();
  private final BlockStore blocks = new BlockStore();
  private final HiddenDomainStore domains = new HiddenDomainStore();

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
    Map<ActorId, Follow> out = byKey(follows.from(db, me, others), Follow::followed);
    Map<ActorId, Follow> in = byKey(follows.to(db, me, others), Follow::follower);
    Set<ActorId> blocked = blocks.blockedBy(db, me, others);
    Set<ActorId> blocking = blocks.blocking(db, me, others);
    Map<ActorId, Mute> mutes = blocks.mutes(db, me, others, clock.instant());
    Set<ActorId> hidden = domains.hidden(db, me, others);
    Set<ActorId> endorsed = Endorsements.of(db, me, others);
    Map<ActorId, String> notes = Notes.of(db, me, others);
    Map<ActorId, Relationship> all = new LinkedHashMap<>();
    for (ActorId other : others)
      all.put(
          other,
          relationship(
              other,
              out.get(other),
              in.get(other),
              blocked.contains(other),
              blocking.contains(other),
              mutes.get(other),
              new Own(
                  hidden.contains(other),
                  endorsed.contains(other),
                  notes.getOrDefault(other, ""))));
    return all;
  }

  /** What the other never learns of, beside mutes. */
  private record Own(boolean hidingDomain, boolean endorsed, String note) {}

  private static Relationship relationship(
      ActorId other,
      @Nullable Follow out,
      @Nullable Follow in,
      boolean blocking,
      boolean blockedBy,
      @Nullable Mute mute,
      Own own) {
    boolean following = out != null && out.accepted();
    FollowOptions options = out == null ? FollowOptions.USUAL : out.options();
    return new Relationship(
        other,
        following,
        out != null && options.boosts(),
        out != null && options.notifying(),
        out == null ? List.of() : options.languages(),
        in != null && in.accepted(),
        out != null && !following,
        in != null && !in.accepted(),
        blocking,
        blockedBy,
        mute != null,
        mute != null && mute.hideNotifications(),
        mute == null ? null : mute.until(),
        own.hidingDomain(),
        own.endorsed(),
        own.note());
  }

  /** For each of some others, those who follow them among the people somebody follows. */
  public Map<ActorId, List<ActorId>> familiar(ActorId me, Collection<ActorId> others, int most) {
    Map<ActorId, List<ActorId>> familiar = new LinkedHashMap<>();
    others.forEach(other -> familiar.put(other, new ArrayList<>()));
    for (FollowStore.Familiar one : database.read(db -> follows.familiar(db, me, others, most)))
      familiar.computeIfAbsent(one.other(), _ -> new ArrayList<>()).add(one.follower());
    return familiar;
  }

  private static Map<ActorId, Follow> byKey(List<Follow> list, Function<Follow, ActorId> key) {
    return list.stream().collect(Collectors.toMap(key, Function.identity()));
  }
}
