package social.parley.actors;

import social.parley.core.ActorId;
import social.parley.signatures.VerifyingKey;

/** What came of looking for a public key. */
public sealed interface KeyResult {
  /** The key, and the actor whose it is. */
  record Known(VerifyingKey key, ActorId actor) implements KeyResult {}

  /** Key and owner have been deleted for good. */
  record Gone() implements KeyResult {}

  /** There is no such key, or its owner may not be believed. */
  record Refused(String reason) implements KeyResult {}

  /** Nobody can say just now. */
  record Unreachable(String reason) implements KeyResult {}
}
