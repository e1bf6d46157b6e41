package social.parley.signatures;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.jsonld.Jcs;
import social.parley.jsonld.Malformed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Object integrity proofs (FEP-8b32) with the cryptosuite eddsa-jcs-2022. */
public final class IntegrityProof {
  private static final String SUITE = "eddsa-jcs-2022";
  private static final String CONTEXT = "@context";
  private static final String VALUE = "proofValue";
  private static final int VALUE_LENGTH = 64;

  private IntegrityProof() {}

  /** The key that is said to have signed, if the document carries a proof. */
  public static Optional<Iri> verificationMethod(ObjectNode document) {
    ObjectNode proof = proof(document);
    return proof == null
        ? Optional.empty()
        : Iri.parse(proof.path("verificationMethod").asString(""));
  }

  /** Checks the proof; the caller makes sure that the key is the one that it names. */
  public static SignatureCheckResult verify(ObjectNode document, VerifyingKey key, Instant now) {
    ObjectNode proof = proof(document);
    if (proof == null) return new SignatureCheckResult.Invalid("no proof");
    String refusal = refuseProof(proof, now);
    if (refusal == null) refusal = refuseSignature(document, proof, key);
    return refusal == null
        ? new SignatureCheckResult.Valid(verificationMethod(document).orElse(key.keyId()))
        : new SignatureCheckResult.Invalid(refusal);
  }

  /** Of several proofs the first that we can check. */
  private static @Nullable ObjectNode proof(ObjectNode document) {
    JsonNode proofs = document.path("proof");
    if (!proofs.isArray()) return proofs instanceof ObjectNode only ? only : null;
    ObjectNode other = null;
    for (JsonNode each : proofs) {
      if (!(each instanceof ObjectNode proof)) continue;
      if (proof.path("cryptosuite").asString("").equals(SUITE)) return proof;
      if (other == null) other = proof;
    }
    return other;
  }

  private static @Nullable String refuseProof(ObjectNode proof, Instant now) {
    boolean known =
        proof.path("type").asString("").equals("DataIntegrityProof")
            && proof.path("cryptosuite").asString("").equals(SUITE);
    if (!known) return "unsupported cryptosuite";
    if (!proof.path("proofPurpose").asString("").equals("assertionMethod"))
      return "unsupported proof purpose";
    if (verificationMethodOf(proof).isEmpty()) return "no verification method";
    Instant created = time(proof.path("created"));
    if (created == null || created.isAfter(now.plus(Window.CLOCK_SKEW)))
      return "proof without a sensible date";
    if (!proof.has("expires")) return null;
    Instant expires = time(proof.path("expires"));
    return expires == null || expires.isBefore(now) ? "proof has expired" : null;
  }

  private static Optional<Iri> verificationMethodOf(ObjectNode proof) {
    return Iri.parse(proof.path("verificationMethod").asString(""));
  }

  private static @Nullable Instant time(JsonNode node) {
    try {
      return OffsetDateTime.parse(node.asString("")).toInstant();
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  private static @Nullable String refuseSignature(
      ObjectNode document, ObjectNode proof, VerifyingKey key) {
    if (!Suite.ED25519.fits(key.key())) return "the key does not fit the algorithm";
    ObjectNode content = unsecured(document);
    if (proof.has(CONTEXT)) {
      if (!startsWith(content.path(CONTEXT), proof.path(CONTEXT)))
        return "proof made for another context";
      content.set(CONTEXT, proof.path(CONTEXT));
    }
    try {
      byte[] signature = Multibase.read(proof.path(VALUE).asString(""));
      if (signature.length != VALUE_LENGTH) return "proof value of wrong length";
      boolean fits = Suite.ED25519.verify(key.key(), signed(content, proof), signature);
      return fits ? null : "the proof does not fit";
    } catch (UnusableKey unreadable) {
      return "proof value cannot be read";
    } catch (Malformed unusual) {
      return "document cannot be canonicalised";
    }
  }

  /** The linked data signature is made after the proof, so the proof does not cover it. */
  private static ObjectNode unsecured(ObjectNode document) {
    ObjectNode content = document.deepCopy();
    content.remove("proof");
    content.remove("signature");
    return content;
  }

  private static boolean startsWith(JsonNode whole, JsonNode start) {
    if (!start.isArray() || !whole.isArray())
      return whole.equals(start) || (whole.isArray() && whole.path(0).equals(start));
    if (start.size() > whole.size()) return false;
    for (int i = 0; i < start.size(); i++) if (!start.path(i).equals(whole.path(i))) return false;
    return true;
  }

  private static byte[] signed(ObjectNode content, ObjectNode proof) throws Malformed {
    ObjectNode configuration = proof.deepCopy();
    configuration.remove(VALUE);
    byte[] both = new byte[64];
    System.arraycopy(Crypto.sha256(Jcs.canonicalise(configuration)), 0, both, 0, 32);
    System.arraycopy(Crypto.sha256(Jcs.canonicalise(content)), 0, both, 32, 32);
    return both;
  }

  /** A copy of the document that carries our proof in place of any proof or signature it had. */
  public static ObjectNode sign(ObjectNode document, SigningKey key, Instant now) {
    if (key.algorithm() != Algorithm.ED25519)
      throw new IllegalArgumentException("needs an Ed25519 key");
    ObjectNode content = unsecured(document);
    ObjectNode proof = JsonNodeFactory.instance.objectNode();
    if (content.has(CONTEXT)) proof.set(CONTEXT, content.path(CONTEXT).deepCopy());
    proof.put("type", "DataIntegrityProof");
    proof.put("cryptosuite", SUITE);
    proof.put("verificationMethod", key.keyId().value());
    proof.put("proofPurpose", "assertionMethod");
    proof.put("created", now.truncatedTo(ChronoUnit.SECONDS).toString());
    try {
      byte[] signature = Suite.ED25519.sign(key.key(), signed(content, proof));
      proof.put(VALUE, Multibase.write(signature));
    } catch (Malformed ourOwn) {
      throw new IllegalArgumentException("document cannot be canonicalised", ourOwn);
    }
    content.set("proof", proof);
    return content;
  }
}
