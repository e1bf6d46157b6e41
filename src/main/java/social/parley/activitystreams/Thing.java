package social.parley.activitystreams;

import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;

/** Anything that stands in an ActivityStreams document with a type of its own. */
public sealed interface Thing
    permits Activity,
        ActorDocument,
        ObjectDocument,
        CollectionDocument,
        LinkDocument,
        Tombstone,
        Unknown {
  /** Its id; null for anonymous ones, and always for links. */
  @Nullable Iri id();

  /** The type as it is written on the wire, such as {@code Note} or {@code Like}. */
  String type();

  /** The document as it was read; what is built here holds an empty object or additions to send. */
  JsonNode raw();
}
