package social.parley.activitystreams;

import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Something without a record here, or too incomplete for one; written again just as it stands. */
public record Unknown(String type, @Nullable Iri id, JsonNode raw) implements Thing {
  /** A document to pass on unchanged, as a group does with what it announces. */
  public static Unknown verbatim(ObjectNode document) {
    return new Unknown(Values.type(document), Values.iri(document, "id"), document);
  }
}
