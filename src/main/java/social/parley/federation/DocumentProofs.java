package social.parley.federation;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import social.parley.actors.KeyLookup;
import social.parley.actors.KeyResult;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import social.parley.signatures.IntegrityProof;
import social.parley.signatures.LinkedDataSignature;
import social.parley.signatures.SignatureCheckResult;
import social.parley.signatures.VerifyingKey;
import tools.jackson.databind.node.ObjectNode;

/** Checks the signatures inside documents: integrity proofs (FEP-8b32) and LD signatures. */
final class DocumentProofs {
  private final KeyLookup keys;
  private final Clock clock;

  DocumentProofs(KeyLookup keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Whether the document carries a valid signature by a key of this actor.
   *
   * @throws TryLater when the key cannot be had just now
   */
  boolean proves(byte[] body, Iri actor) {
    if (!(Json.parse(body) instanceof ObjectNode document)) return false;
    return proves(
            IntegrityProof.verificationMethod(document),
            actor,
            key -> IntegrityProof.verify(document, key, clock.instant()))
        || proves(
            LinkedDataSignature.creator(document),
            actor,
            key -> LinkedDataSignature.verify(document, key));
  }

  private boolean proves(
      Optional<Iri> keyId, Iri actor, Function<VerifyingKey, SignatureCheckResult> check) {
    if (keyId.isEmpty() || !keyId.get().authority().equals(actor.authority())) return false;
    return switch (keys.key(keyId.get())) {
      case KeyResult.Known known ->
          known.key().owner().equals(actor) && check.apply(known.key()).isValid();
      case KeyResult.Gone gone -> false;
      case KeyResult.Refused refused -> false;
      case KeyResult.Unreachable failed -> throw new TryLater(failed.reason());
    };
  }
}
