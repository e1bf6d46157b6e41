package social.parley.signatures;

import social.parley.core.Iri;

/** Does the signature hold? */
public sealed interface SignatureCheckResult {
  /** It does: this key signed exactly this. */
  record Valid(Iri keyId) implements SignatureCheckResult {}

  /** It does not, or its form is not supported. */
  record Invalid(String reason) implements SignatureCheckResult {}

  /** True for {@link Valid}. */
  default boolean isValid() {
    return this instanceof Valid;
  }
}
