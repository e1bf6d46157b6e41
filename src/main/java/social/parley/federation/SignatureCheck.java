package social.parley.federation;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.KeyLookup;
import social.parley.actors.KeyResult;
import social.parley.config.Settings;
import social.parley.signatures.HttpRequestParts;
import social.parley.signatures.PresentedSignature;
import social.parley.signatures.SignatureCheckResult;

/** Finds out who signed a request. */
final class SignatureCheck {
  /** Who did. */
  sealed interface Signer {
    record Known(Actor actor) implements Signer {}

    /** The signature proves nothing, and never will. */
    record Refused(String reason) implements Signer {}

    /** The signer has been deleted at its origin. */
    record Gone() implements Signer {}

    /** The key cannot be had just now. */
    record Later(String reason) implements Signer {}
  }

  private final Settings settings;
  private final Clock clock;
  private final Actors actors;
  private final KeyLookup keys;

  SignatureCheck(Settings settings, Clock clock, Actors actors, KeyLookup keys) {
    this.settings = settings;
    this.clock = clock;
    this.actors = actors;
    this.keys = keys;
  }

  /** The request as its sender saw it: under our public address, whatever proxies made of it. */
  HttpRequestParts parts(Context ctx, byte[] body) {
    Map<String, List<String>> headers = new HashMap<>();
    for (String name : Collections.list(ctx.req().getHeaderNames()))
      headers
          .computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
          .addAll(Collections.list(ctx.req().getHeaders(name)));
    headers.put("host", List.of(settings.authority()));
    return new HttpRequestParts(
        ctx.req().getMethod(),
        settings.https() ? "https" : "http",
        settings.authority(),
        ctx.req().getRequestURI(),
        ctx.queryString(),
        headers,
        body);
  }

  /** Checks with the key we know; if that does not fit, it may have been replaced meanwhile. */
  Signer check(PresentedSignature signature) {
    Optional<KeyResult.Known> known = keys.known(signature.keyId());
    if (known.isEmpty()) return checkWith(signature, keys.key(signature.keyId()));
    Signer first = verify(signature, known.get());
    if (!(first instanceof Signer.Refused)) return first;
    KeyResult fresh = keys.refresh(signature.keyId());
    return fresh instanceof KeyResult.Known other
            && !other.key().key().equals(known.get().key().key())
        ? verify(signature, other)
        : first;
  }

  private Signer checkWith(PresentedSignature signature, KeyResult key) {
    return switch (key) {
      case KeyResult.Known found -> verify(signature, found);
      case KeyResult.Gone gone -> new Signer.Gone();
      case KeyResult.Refused refused -> new Signer.Refused(refused.reason());
      case KeyResult.Unreachable failed -> new Signer.Later(failed.reason());
    };
  }

  private Signer verify(PresentedSignature signature, KeyResult.Known key) {
    return switch (signature.verify(key.key(), clock.instant())) {
      case SignatureCheckResult.Valid valid ->
          actors
              .identity(key.actor())
              .filter(actor -> !actor.local())
              .<Signer>map(Signer.Known::new)
              .orElseGet(() -> new Signer.Refused("the signer is not another server's"));
      case SignatureCheckResult.Invalid invalid -> new Signer.Refused(invalid.reason());
    };
  }
}
