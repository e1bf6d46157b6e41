package social.parley.jsonld;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/** The JSON-LD contexts that come with the program. */
public final class Contexts {
  /** The ActivityStreams context, by which every document here can be told. */
  public static final String ACTIVITY_STREAMS = "https://www.w3.org/ns/activitystreams";

  /** What our own documents carry; shared, so never change it. */
  public static final JsonNode OWN = resource("own.json");

  private Contexts() {}

  static JsonNode resource(String name) {
    try (InputStream stream = Contexts.class.getResourceAsStream("contexts/" + name)) {
      if (stream == null) throw new IllegalStateException("no context named " + name);
      return Json.parse(stream.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
