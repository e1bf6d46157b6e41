package social.parley.federation;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.Unreadable;
import social.parley.actors.KeyLookup;
import social.parley.actors.KeyResult;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import social.parley.jsonld.JsonLd;
import social.parley.jsonld.Malformed;
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
   * What the activity's own actor has signed of it; null when that is nothing. A linked data
   * signature covers only what a JSON-LD processor sees, so only that is given back.
   *
   * @throws TryLater when the key cannot be had just now
   */
  @Nullable Activity proven(byte[] body, Activity activity) {
    if (!(Json.parse(body) instanceof ObjectNode document)) return null;
    boolean whole =
        proves(
            IntegrityProof.verificationMethod(document),
            activity.actor(),
            key -> IntegrityProof.verify(document, key, clock.instant()));
    if (whole) return activity;
    boolean seen =
        proves(
            LinkedDataSignature.creator(document),
            activity.actor(),
            key -> LinkedDataSignature.verify(document, key));
    return seen ? compacted(document, activity) : null;
  }

  private static @Nullable Activity compacted(ObjectNode document, Activity activity) {
    try {
      Activity signed = ActivityReader.readActivity(JsonLd.compact(document));
      return signed.actor().equals(activity.actor()) ? signed : null;
    } catch (Malformed | Unreadable unclear) {
      return null;
    }
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
