package social.parley.federation;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.core.ActorId;
import social.parley.signatures.MalformedSignature;
import social.parley.signatures.PresentedSignature;
import social.parley.signatures.RequestSignatures;

/** Finds out which actor signed a request to read something; an unusable signature is none. */
final class Readers {
  private static final Logger log = LoggerFactory.getLogger(Readers.class);
  private final SignatureCheck signatures;

  Readers(SignatureCheck signatures) {
    this.signatures = signatures;
  }

  @Nullable ActorId reader(Context ctx) {
    try {
      Optional<PresentedSignature> signature =
          RequestSignatures.parse(signatures.parts(ctx, new byte[0]));
      if (signature.isPresent()
          && signatures.check(signature.get()) instanceof SignatureCheck.Signer.Known known)
        return known.actor().id();
    } catch (MalformedSignature malformed) {
      log.debug("unreadable signature path={} reason={}", ctx.path(), malformed.getMessage());
    }
    return null;
  }
}
