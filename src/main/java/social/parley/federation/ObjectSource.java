package social.parley.federation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Thing;
import social.parley.activitystreams.Tombstone;
import social.parley.core.ActorId;
import social.parley.core.Iri;

/** A feature's things as documents, for peers that fetch them by their ids. */
public interface ObjectSource {
  /**
   * The document with this id.
   *
   * @param reader the actor that signed the request, if any
   */
  Answer find(Iri iri, @Nullable ActorId reader);

  /** The page that shows a person the thing with this id, whoever may see it. */
  default Optional<String> page(Iri iri) {
    return Optional.empty();
  }

  /** What a source says to a question. */
  sealed interface Answer {
    record Shown(Thing thing) implements Answer {}

    record Deleted(Tombstone tombstone) implements Answer {}

    /** It is there, but not for this reader, who must not learn so. */
    record Hidden() implements Answer {}

    /** Not one of this source's. */
    record Unknown() implements Answer {}
  }
}
