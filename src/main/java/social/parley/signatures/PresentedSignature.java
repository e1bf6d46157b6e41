package social.parley.signatures;

import java.time.Instant;
import social.parley.core.Iri;

/** A signature read from a request, not yet checked: names the key to look up. */
public sealed interface PresentedSignature permits DraftSignature, MessageSignature {
  /** The two forms of HTTP signature. */
  enum Scheme {
    /** draft-cavage-http-signatures, what most of the fediverse speaks. */
    DRAFT,
    /** RFC 9421. */
    RFC9421
  }

  Scheme scheme();

  /** The key that is said to have signed. */
  Iri keyId();

  /** Whether a header, named in lower case, is among what is signed. */
  boolean covers(String header);

  /**
   * Checks coverage, time window, digest of the body and the signature itself. The caller makes
   * sure that the key is the one which {@link #keyId} names.
   */
  SignatureCheckResult verify(VerifyingKey key, Instant now);
}
