package social.parley.posts;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/**
 * A post or boost is now stored. The counters of its author may be old; {@code boosted} is the
 * original of a boost; {@code toNotify} are those both named and addressed; {@code arrivedNow} is
 * false for old posts that were only fetched to complete a thread or because somebody looked for
 * them.
 */
public record PostPublished(
    Post post, Actor author, @Nullable Post boosted, Set<ActorId> toNotify, boolean arrivedNow)
    implements Announcement {
  public PostPublished {
    toNotify = Set.copyOf(toNotify);
  }
}
