package social.parley.signatures;

import java.security.PublicKey;
import social.parley.core.Iri;

/** A public key with its id and the actor that it speaks for. */
public record VerifyingKey(Iri keyId, Iri owner, PublicKey key) {}
