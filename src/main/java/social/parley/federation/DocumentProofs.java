package social.parley.federation;

import social.parley.actors.KeyLookup;
import social.parley.core.Iri;

/** Checks the signatures inside documents: LD signatures and integrity proofs (FEP-8b32). */
final class DocumentProofs {
  private final KeyLookup keys;

  DocumentProofs(KeyLookup keys) {
    this.keys = keys;
  }

  /** Whether the document carries a valid signature by a key of this actor. */
  boolean proves(byte[] body, Iri actor) {
    return keys.known(actor).isPresent() && false;
  }
}
