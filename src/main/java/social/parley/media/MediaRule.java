package social.parley.media;

import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;

/** May a file of another server be shown here? Asked before it is fetched, and for every copy. */
@FunctionalInterface
public interface MediaRule {
  /** Shows everything. */
  MediaRule ANYTHING = (where, owner) -> true;

  /** The owner is null where only the address is known. */
  boolean mayShow(Iri where, @Nullable ActorId owner);
}
