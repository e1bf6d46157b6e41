package social.parley.activitystreams;

import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/** A thing by its id alone, or written out in place. */
public sealed interface Ref {
  /** The id, where there is one. */
  @Nullable Iri iri();

  /** The thing, where it is written out. */
  default @Nullable Thing thing() {
    return null;
  }

  static Ref of(Iri iri) {
    return new Id(iri);
  }

  static Ref of(Thing thing) {
    return new Embedded(thing);
  }

  /** Only the id is known. */
  record Id(Iri iri) implements Ref {}

  /** The whole thing stands here. */
  record Embedded(Thing thing) implements Ref {
    @Override
    public @Nullable Iri iri() {
      return thing.id();
    }
  }
}
