package social.parley.posts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import social.parley.activitystreams.ActorDocument;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.federation.RemoteDocuments;
import social.parley.federation.TryLater;
import social.parley.federation.UnhurriedReader.Listed;

/**
 * Who moderates a community elsewhere: it is asked about every minute, so that nobody acts for it
 * much longer than it says. Uses the network, so never inside a read or a write.
 */
final class Moderators {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int MOST = 500;
  private static final int PAGES = 4;
  private static final int MOST_COMMUNITIES = 1000;

  private final Posts.Needs needs;
  private final Cache<Iri, Set<Iri>> known;

  Moderators(Posts.Needs needs) {
    this.needs = needs;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(MOST_COMMUNITIES)
            .expireAfterWrite(KEPT)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(needs.clock().millis()))
            .build();
  }

  /**
   * Its own server answers for what it lets people do there; all others must be listed.
   *
   * @throws TryLater when it cannot be asked just now
   */
  boolean contain(Actor group, Actor who) {
    if (who.iri().sameOrigin(group.iri())) return true;
    Set<Iri> moderators = known.getIfPresent(group.iri());
    if (moderators == null) known.put(group.iri(), moderators = asked(group));
    return moderators.contains(who.iri());
  }

  private Set<Iri> asked(Actor group) {
    Set<Iri> moderators = new HashSet<>();
    Instant end = needs.clock().instant().plus(LONGEST);
    for (Iri list : lists(group)) {
      if (!list.sameOrigin(group.iri())) continue;
      Listed listed = needs.unhurried().list(Ref.of(list), MOST, PAGES, end);
      if (listed.unreachable() != null) throw new TryLater(listed.unreachable());
      for (Ref one : listed.items()) if (one.iri() != null) moderators.add(one.iri());
    }
    return moderators;
  }

  private Set<Iri> lists(Actor group) {
    return switch (needs.unhurried().object(group.iri())) {
      case RemoteDocuments.Result.Found(ActorDocument document) -> lists(document);
      case RemoteDocuments.Result.Unreachable(String reason, _) -> throw new TryLater(reason);
      case RemoteDocuments.Result.Found _,
          RemoteDocuments.Result.Gone _,
          RemoteDocuments.Result.NotFound _ ->
          Set.of();
    };
  }

  /** Lemmy and others name the list as attributedTo, WordPress also under its own name. */
  static Set<Iri> lists(ActorDocument document) {
    Set<Iri> lists = new LinkedHashSet<>();
    if (document.attributedTo().size() == 1) lists.add(document.attributedTo().getFirst());
    Iri.parse(document.raw().path("moderators").asString("")).ifPresent(lists::add);
    return lists;
  }
}
