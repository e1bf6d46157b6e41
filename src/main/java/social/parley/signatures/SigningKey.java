package social.parley.signatures;

import java.security.PrivateKey;
import social.parley.core.Iri;

/**
 * A private key with the id under which peers find its public half, and the actor it speaks for.
 */
public record SigningKey(Iri keyId, Iri owner, PrivateKey key, Algorithm algorithm) {
  /** Names the key and its owner, never the key itself. */
  @Override
  public String toString() {
    return "SigningKey[" + keyId + "]";
  }
}
