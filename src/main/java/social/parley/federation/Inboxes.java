package social.parley.federation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import social.parley.actors.Actor;
import social.parley.core.Iri;

/** Where to deliver to reach certain actors; local ones need no delivery. */
public final class Inboxes {
  private Inboxes() {}

  /** Their shared inboxes, where they have one, each once. */
  public static Set<Iri> of(Collection<Actor> actors) {
    Set<Iri> inboxes = new LinkedHashSet<>();
    for (Actor actor : actors)
      if (!actor.local() && !actor.isDeleted()) inboxes.add(actor.sharedInboxOrInbox());
    return inboxes;
  }

  /** The inbox of one actor alone. */
  public static Set<Iri> of(Actor actor) {
    return actor.local() || actor.isDeleted() ? Set.of() : Set.of(actor.inbox());
  }
}
