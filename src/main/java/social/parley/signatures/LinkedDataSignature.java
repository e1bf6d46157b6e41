package social.parley.signatures;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.jsonld.JsonLd;
import social.parley.jsonld.Malformed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Linked data signatures of type RsaSignature2017, by which an activity stays believable when
 * another server forwards it. Of a document that holds, only {@link JsonLd#compact} may be read.
 */
public final class LinkedDataSignature {
  private static final String TYPE = "RsaSignature2017";
  private static final String CONTEXT = "https://w3id.org/identity/v1";
  private static final Set<String> HIDING = Set.of("@graph", "@included", "@reverse");

  private LinkedDataSignature() {}

  /** The key that is said to have signed, if the document carries such a signature. */
  public static Optional<Iri> creator(ObjectNode document) {
    return Iri.parse(document.path("signature").path("creator").asString(""));
  }

  /** Checks the signature; the caller makes sure that the key is the one that creator names. */
  public static SignatureCheckResult verify(ObjectNode document, VerifyingKey key) {
    String refusal = refusal(document, key);
    Iri creator = creator(document).orElse(key.keyId());
    return refusal == null
        ? new SignatureCheckResult.Valid(creator)
        : new SignatureCheckResult.Invalid(refusal);
  }

  private static @Nullable String refusal(ObjectNode document, VerifyingKey key) {
    if (!(document.get("signature") instanceof ObjectNode signature)) return "no signature";
    if (!signature.path("type").asString("").equals(TYPE)) return "unsupported signature type";
    if (creator(document).isEmpty()) return "no creator";
    if (!Suite.RSA_SHA256.fits(key.key())) return "the key does not fit the algorithm";
    byte[] value = Base64Text.read(signature.path("signatureValue").asString(""));
    if (value == null) return "signature value cannot be read";
    if (hides(document, false)) return "document hides what it says";
    try {
      boolean fits = Suite.RSA_SHA256.verify(key.key(), signed(document, signature), value);
      return fits ? null : "the signature does not fit";
    } catch (Malformed notLinkedData) {
      return "document cannot be canonicalised";
    }
  }

  /** A copy of the document that carries our signature in place of any that it had. */
  public static ObjectNode sign(ObjectNode document, SigningKey key, Instant now) {
    if (key.algorithm() != Algorithm.RSA) throw new IllegalArgumentException("needs an RSA key");
    ObjectNode signature = JsonNodeFactory.instance.objectNode();
    signature.put("type", TYPE);
    signature.put("creator", key.keyId().value());
    signature.put("created", now.truncatedTo(ChronoUnit.SECONDS).toString());
    try {
      byte[] value = Suite.RSA_SHA256.sign(key.key(), signed(document, signature));
      signature.put("signatureValue", Base64Text.write(value));
    } catch (Malformed ourOwn) {
      throw new IllegalArgumentException("document cannot be canonicalised", ourOwn);
    }
    ObjectNode copy = document.deepCopy();
    copy.set("signature", signature);
    return copy;
  }

  /** The digests of the signature's options and of the document without it, in hexadecimal. */
  private static byte[] signed(ObjectNode document, ObjectNode signature) throws Malformed {
    ObjectNode options = signature.deepCopy();
    options.remove("type");
    options.remove("id");
    options.remove("signatureValue");
    options.put("@context", CONTEXT);
    ObjectNode content = document.deepCopy();
    content.remove("signature");
    String both = hash(options) + hash(content);
    return both.getBytes(StandardCharsets.US_ASCII);
  }

  private static String hash(ObjectNode document) throws Malformed {
    return HexFormat.of().formatHex(Crypto.sha256(JsonLd.canonical(document)));
  }

  /**
   * With these keywords the same statements can be arranged so that a plain reader sees another
   * activity; also under an alias that the context gives them.
   */
  private static boolean hides(JsonNode node, boolean context) {
    if (context && node.isString()) return HIDING.contains(node.asString());
    if (node.isArray()) return node.valueStream().anyMatch(value -> hides(value, context));
    return node.propertyStream()
        .anyMatch(member ->
            HIDING.contains(member.getKey())
                || hides(member.getValue(), context || member.getKey().equals("@context")));
  }
}
