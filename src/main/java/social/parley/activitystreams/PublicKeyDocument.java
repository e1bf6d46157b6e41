package social.parley.activitystreams;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/** A public key as a document gives it: PEM (publicKey) or multibase (Multikey, FEP-521a). */
public record PublicKeyDocument(
    Iri id,
    @Nullable Iri owner,
    @Nullable String pem,
    @Nullable String multibase,
    @Nullable Instant expires) {
  public static PublicKeyDocument pem(Iri id, Iri owner, String pem) {
    return new PublicKeyDocument(id, owner, pem, null, null);
  }

  public static PublicKeyDocument multikey(Iri id, Iri controller, String multibase) {
    return new PublicKeyDocument(id, controller, null, multibase, null);
  }
}
