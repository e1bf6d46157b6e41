package social.parley.jsonld;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The JSON-LD contexts that come with the program; no other is ever asked for. */
public final class Contexts {
  /** The ActivityStreams context, by which every document here can be told. */
  public static final String ACTIVITY_STREAMS = "https://www.w3.org/ns/activitystreams";

  public static final String SECURITY = "https://w3id.org/security/v1";
  public static final String IDENTITY = "https://w3id.org/identity/v1";
  public static final String DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v1";

  /** What our own documents carry; shared, so never change it. */
  public static final JsonNode OWN = resource("own.json");

  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry(ACTIVITY_STREAMS, "activitystreams.json"),
          Map.entry(SECURITY, "security-v1.json"),
          Map.entry(IDENTITY, "identity-v1.json"),
          Map.entry(DATA_INTEGRITY, "data-integrity-v1.json"),
          Map.entry("https://w3id.org/security/data-integrity/v2", "data-integrity-v2.json"),
          Map.entry("https://w3id.org/security/multikey/v1", "multikey-v1.json"),
          Map.entry("https://www.w3.org/ns/did/v1", "did-v1.json"),
          Map.entry("http://joinmastodon.org/ns", "mastodon.json"),
          Map.entry("https://gotosocial.org/ns", "gotosocial.json"),
          Map.entry("https://purl.archive.org/miscellany", "miscellany.json"),
          Map.entry("https://purl.archive.org/socialweb/webfinger", "webfinger.json"));

  private Contexts() {}

  /** The bundled document at this address; addresses differ in scheme and fragment in the wild. */
  static @Nullable String file(String address) {
    String plain = address.endsWith("#") ? address.substring(0, address.length() - 1) : address;
    String found = FILES.get(plain);
    if (found != null || !plain.startsWith("http://")) return found;
    return FILES.get("https://" + plain.substring("http://".length()));
  }

  static JsonNode resource(String name) {
    try (InputStream stream = Contexts.class.getResourceAsStream("contexts/" + name)) {
      if (stream == null) throw new IllegalStateException("no context named " + name);
      return Json.parse(stream.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
