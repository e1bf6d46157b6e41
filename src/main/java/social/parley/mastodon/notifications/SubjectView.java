package social.parley.mastodon.notifications;

import java.util.Collection;
import java.util.Map;
import social.parley.core.ActorId;

/** Fills the entities of what notifications of one type are about: reports, warnings, events. */
@FunctionalInterface
public interface SubjectView {
  /** By row; what is gone, or not for this viewer, is left out. */
  Map<Long, ?> of(ActorId viewer, Collection<Long> rows);
}
