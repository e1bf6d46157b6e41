package social.parley.federation;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.signatures.MalformedSignature;
import social.parley.signatures.PresentedSignature;
import social.parley.signatures.RequestSignatures;

/** Finds out which actor signed a request to read something; an unusable signature is none. */
final class Readers {
  private static final Logger log = LoggerFactory.getLogger(Readers.class);
  private static final String ATTRIBUTE = "parley.reader";
  private final SignatureCheck signatures;
  private final List<PeerRule> rules;
  private final boolean secure;
  private final Consumer<String> heard;

  Readers(SignatureCheck signatures, List<PeerRule> rules, boolean secure, Consumer<String> heard) {
    this.signatures = signatures;
    this.rules = List.copyOf(rules);
    this.secure = secure;
    this.heard = heard;
  }

  /** Refuses a reader who says that it comes from a server that is not welcome. */
  void admit(Context ctx) {
    PresentedSignature signature = signature(ctx).orElse(null);
    if (signature == null) return;
    String host = signature.keyId().authority();
    if (!rules.stream().allMatch(rule -> rule.admits(host)))
      throw new Refused.Forbidden("This server does not deal with " + host);
  }

  /** The same, and whoever does not sign where that is demanded. */
  void admitSigned(Context ctx) {
    admit(ctx);
    if (secure && reader(ctx) == null)
      throw new Refused.Unauthorized("This server answers signed requests only");
  }

  /** Who asks, if that matters because it is demanded of everybody. */
  @Nullable ActorId knownReader(Context ctx) {
    return secure ? reader(ctx) : null;
  }

  /** Who signed the request, looked up once. */
  @Nullable ActorId reader(Context ctx) {
    Optional<ActorId> known = ctx.attribute(ATTRIBUTE);
    if (known == null) {
      known = signature(ctx).flatMap(this::signer);
      ctx.attribute(ATTRIBUTE, known);
    }
    return known.orElse(null);
  }

  private Optional<ActorId> signer(PresentedSignature signature) {
    if (!(signatures.check(signature) instanceof SignatureCheck.Signer.Known(Actor actor))
        || !actor.isPresent()) return Optional.empty();
    heard.accept(actor.iri().authority());
    return Optional.of(actor.id());
  }

  private Optional<PresentedSignature> signature(Context ctx) {
    try {
      return RequestSignatures.parse(signatures.parts(ctx, new byte[0]));
    } catch (MalformedSignature malformed) {
      log.debug("unreadable signature path={} reason={}", ctx.path(), malformed.getMessage());
      return Optional.empty();
    }
  }
}
