package social.parley.federation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ActivityReader;
import social.parley.activitystreams.Unreadable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.KeyLookup;
import social.parley.actors.Standing;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.HttpServer;
import social.parley.http.Limit;
import social.parley.http.RateLimits;
import social.parley.signatures.CollectionSynchronization;
import social.parley.signatures.HttpRequestParts;
import social.parley.signatures.MalformedSignature;
import social.parley.signatures.PresentedSignature;
import social.parley.signatures.RequestSignatures;

/**
 * Takes activities from other servers: finds out who signed, stores the bytes, answers 202. All
 * else happens later.
 */
final class InboxEndpoint implements Endpoints {
  // Each of these may cost us a request to another server.
  private static final Limit STRANGERS = new Limit("inbox-stranger", 3000, Duration.ofMinutes(5));

  private final Actors actors;
  private final KeyLookup keys;
  private final SignatureCheck signatures;
  private final InboxQueue queue;
  private final RateLimits limits;
  private final Consumer<String> heard;
  private final List<PeerRule> rules;
  private final FollowersParts followers;

  InboxEndpoint(
      Actors actors,
      KeyLookup keys,
      SignatureCheck signatures,
      InboxQueue queue,
      RateLimits limits,
      Consumer<String> heard,
      List<PeerRule> rules,
      FollowersParts followers) {
    this.actors = actors;
    this.keys = keys;
    this.signatures = signatures;
    this.queue = queue;
    this.limits = limits;
    this.heard = heard;
    this.rules = List.copyOf(rules);
    this.followers = followers;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/inbox", this::receive);
    routes.post("/actor/inbox", this::receive);
    routes.post("/users/{name}/inbox", this::receivePersonal);
  }

  private void receivePersonal(Context ctx) {
    Actor owner =
        actors
            .local(ctx.pathParam("name"))
            .filter(one -> one.mayBeKnown() || one.isDeleted())
            .orElseThrow(Refused.NotFound::new);
    if (owner.isDeleted()) throw new Refused.Gone();
    receive(ctx);
  }

  private void receive(Context ctx) {
    if (!isActivity(ctx.contentType())) {
      FederationErrors.answer(ctx, 415, "An inbox takes application/activity+json");
      return;
    }
    byte[] body = ctx.bodyAsBytes();
    if (body.length > HttpServer.BODY_LIMIT) {
      FederationErrors.answer(ctx, 413, "The body is too large");
      return;
    }
    if (!looksLikeObject(body)) {
      FederationErrors.answer(ctx, 400, "The body is not a JSON object");
      return;
    }
    PresentedSignature signature = signature(signatures.parts(ctx, body));
    admit(signature.keyId());
    if (keys.known(signature.keyId()).isEmpty() && !admitStranger(ctx, body)) {
      ctx.status(202);
      return;
    }
    Actor signer = signer(signature, body);
    if (signer == null) {
      ctx.status(202);
      return;
    }
    admit(signer.iri());
    limits.host(ctx, Limit.INBOX_HOST, signer.iri().host());
    if (signer.standing() == Standing.SUSPENDED)
      throw new Refused.Forbidden("This actor may not send here");
    queue.add(signer, body);
    heard.accept(signer.iri().authority());
    compareFollowers(ctx, signature, signer);
    ctx.status(202);
  }

  /** Only what is signed counts, and nobody speaks for the followers of others (FEP-8fcf). */
  private void compareFollowers(Context ctx, PresentedSignature signature, Actor signer) {
    String header = ctx.header(CollectionSynchronization.HEADER);
    if (header == null
        || !signature.covers(CollectionSynchronization.HEADER.toLowerCase(Locale.ROOT))) return;
    CollectionSynchronization.parse(header)
        .filter(said -> said.collectionId().equals(signer.followers()))
        .filter(said -> said.url().sameOrigin(signer.iri()))
        .ifPresent(said -> followers.heard(signer, said));
  }

  /** Whoever is not welcome is told so before their key is asked for. */
  private void admit(Iri sender) {
    String host = sender.authority();
    if (!rules.stream().allMatch(rule -> rule.admits(host)))
      throw new Refused.Forbidden("This server does not deal with " + host);
  }

  private static PresentedSignature signature(HttpRequestParts parts) {
    try {
      Optional<PresentedSignature> signature = RequestSignatures.parse(parts);
      return signature.orElseThrow(() -> new Refused.Unauthorized("The request is not signed"));
    } catch (MalformedSignature malformed) {
      throw new Refused.Unauthorized("The signature cannot be read: " + malformed.getMessage());
    }
  }

  /**
   * Whether the key of somebody unknown is worth asking for. It is not when one whom nobody here
   * knows deletes something: there is nothing to delete, and often no key any more.
   */
  private boolean admitStranger(Context ctx, byte[] body) {
    limits.address(ctx, STRANGERS);
    try {
      Activity activity = ActivityReader.readActivity(body);
      return !(activity instanceof Activity.Delete)
          || actors.identity(activity.actor()).isPresent();
    } catch (Unreadable broken) {
      throw new Refused.Invalid("body", broken.reason());
    }
  }

  /** Who signed; null when it is somebody deleted, whose farewell needs no answer but thanks. */
  private @Nullable Actor signer(PresentedSignature signature, byte[] body) {
    return switch (signatures.check(signature)) {
      case SignatureCheck.Signer.Known known -> known.actor();
      case SignatureCheck.Signer.Refused refused ->
          throw new Refused.Unauthorized(refused.reason());
      case SignatureCheck.Signer.Later later ->
          throw new Refused.Unavailable("The key cannot be had just now: " + later.reason());
      case SignatureCheck.Signer.Gone gone -> {
        if (isDelete(body)) yield null;
        throw new Refused.Unauthorized("The signer is gone");
      }
    };
  }

  private static boolean isDelete(byte[] body) {
    try {
      return ActivityReader.readActivity(body) instanceof Activity.Delete;
    } catch (Unreadable broken) {
      return false;
    }
  }

  private static boolean isActivity(@Nullable String contentType) {
    if (contentType == null) return false;
    String type = contentType.toLowerCase(Locale.ROOT).split(";")[0].strip();
    return type.equals("application/activity+json")
        || type.equals("application/ld+json")
        || type.equals("application/json");
  }

  private static boolean looksLikeObject(byte[] body) {
    int i = 0;
    while (i < body.length && body[i] <= ' ' && body[i] >= 0) i++;
    return i < body.length && body[i] == '{';
  }
}
