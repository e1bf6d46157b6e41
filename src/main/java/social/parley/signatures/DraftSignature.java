package social.parley.signatures;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/**
 * HTTP signatures in the form of draft-cavage-http-signatures, which most of the fediverse uses.
 */
public final class DraftSignature implements PresentedSignature {
  private static final String TARGET = "(request-target)";
  private static final String CREATED = "(created)";
  private static final String EXPIRES = "(expires)";
  private static final String PREFIX = "signature ";
  private static final int MOST_COVERED = 50;

  private final HttpRequestParts request;
  private final Iri keyId;
  private final @Nullable String algorithm;
  private final List<String> covered;
  private final byte[] signature;
  private final @Nullable String created;
  private final @Nullable String expires;

  private DraftSignature(
      HttpRequestParts request, Iri keyId, List<String> covered, Map<String, String> parameters) {
    this.request = request;
    this.keyId = keyId;
    this.covered = covered;
    this.algorithm = parameters.get("algorithm");
    this.created = parameters.get("created");
    this.expires = parameters.get("expires");
    byte[] bytes = Base64Text.read(parameters.getOrDefault("signature", ""));
    if (bytes == null || bytes.length == 0)
      throw new MalformedSignature("signature value is missing or not base64");
    this.signature = bytes;
  }

  /**
   * The headers to add to a request: Host, Date, Digest where there is content, and Signature,
   * which also covers the headers that the request has already. No blanks stand after commas,
   * because some peers split there without trimming.
   */
  public static Map<String, String> sign(HttpRequestParts request, SigningKey key, Instant now) {
    Map<String, String> added = new LinkedHashMap<>();
    added.put("Host", request.normalAuthority());
    String date = Window.httpDate(now);
    added.put("Date", date);
    String covered = TARGET + " host date";
    StringBuilder base = new StringBuilder(line(TARGET, target(request)));
    base.append('\n').append(line("host", request.normalAuthority()));
    base.append('\n').append(line("date", date));
    if (request.needsDigest()) {
      String digest = BodyDigest.digest(request.body());
      added.put("Digest", digest);
      covered += " digest";
      base.append('\n').append(line("digest", digest));
    }
    for (String name : new TreeSet<>(request.headers().keySet())) {
      covered += " " + name;
      base.append('\n').append(line(name, String.valueOf(request.header(name))));
    }
    byte[] signature = Suite.of(key.algorithm()).sign(key.key(), bytes(base.toString()));
    String algorithm =
        switch (key.algorithm()) {
          case RSA -> "rsa-sha256";
          case ED25519 -> "hs2019";
        };
    added.put(
        "Signature",
        "keyId=\"%s\",algorithm=\"%s\",headers=\"%s\",signature=\"%s\""
            .formatted(key.keyId(), algorithm, covered, Base64Text.write(signature)));
    return added;
  }

  /** The header that holds the signature, which may also stand in Authorization. */
  static Optional<String> find(HttpRequestParts request) {
    String authorization = request.header("authorization");
    if (authorization != null && authorization.regionMatches(true, 0, PREFIX, 0, PREFIX.length()))
      return Optional.of(authorization.substring(PREFIX.length()));
    return Optional.ofNullable(request.header("signature"));
  }

  static DraftSignature parse(HttpRequestParts request, String header) {
    Map<String, String> parameters = SignatureParameters.parse(header);
    Iri keyId =
        Iri.parse(parameters.getOrDefault("keyId", ""))
            .orElseThrow(() -> new MalformedSignature("keyId is missing or not an IRI"));
    String usual = "hs2019".equals(parameters.get("algorithm")) ? CREATED : "date";
    String named = parameters.getOrDefault("headers", usual).toLowerCase(Locale.ROOT).strip();
    List<String> covered = List.of(named.split(" +", -1));
    if (covered.size() > MOST_COVERED) throw new MalformedSignature("too many signed headers");
    return new DraftSignature(request, keyId, covered, parameters);
  }

  @Override
  public Scheme scheme() {
    return Scheme.DRAFT;
  }

  @Override
  public Iri keyId() {
    return keyId;
  }

  @Override
  public boolean covers(String header) {
    return covered.contains(header);
  }

  @Override
  public SignatureCheckResult verify(VerifyingKey key, Instant now) {
    String refusal = refuseCoverage();
    if (refusal == null) refusal = refuseTime(now);
    return refusal == null ? verifyTimeless(key) : new SignatureCheckResult.Invalid(refusal);
  }

  /** Everything but the time. */
  SignatureCheckResult verifyTimeless(VerifyingKey key) {
    String refusal = refuseCoverage();
    if (refusal == null) refusal = refuseDigest();
    if (refusal == null) refusal = refuseSignature(key);
    return refusal == null
        ? new SignatureCheckResult.Valid(keyId)
        : new SignatureCheckResult.Invalid(refusal);
  }

  private @Nullable String refuseCoverage() {
    if (!covered.contains("date") && !covered.contains(CREATED)) return "the date is not signed";
    if ((covered.contains(CREATED) || covered.contains(EXPIRES)) && !"hs2019".equals(algorithm))
      return "(created) and (expires) need algorithm hs2019";
    if (request.needsDigest()) {
      if (!covered.contains("digest")) return "the Digest header is not signed";
    } else {
      if (!covered.contains(TARGET)) return "the request target is not signed";
      if (!covered.contains("host")) return "the Host header is not signed";
    }
    String host = request.header("host");
    boolean ours =
        host != null
            && HttpRequestParts.withoutUsualPort(host, request.scheme())
                .equals(request.normalAuthority());
    return covered.contains("host") && !ours ? "signed for another host" : null;
  }

  private @Nullable String refuseTime(Instant now) {
    Instant start;
    if (covered.contains(CREATED)) {
      start = created == null ? null : Window.readSeconds(created);
    } else {
      String date = request.header("date");
      start = date == null ? null : Window.readHttpDate(date);
    }
    if (start == null) return "the date cannot be read";
    Instant end = null;
    if (expires != null) {
      end = Window.readSeconds(expires);
      if (end == null) return "the expiry cannot be read";
    }
    return Window.refusal(start, end, now);
  }

  private @Nullable String refuseDigest() {
    String digest = request.header("digest");
    if (!covered.contains("digest")) return null;
    return digest == null ? "no Digest header" : BodyDigest.refuseDigest(digest, request.body());
  }

  private @Nullable String refuseSignature(VerifyingKey key) {
    Suite suite = suite(key);
    if (suite == null) return "unsupported algorithm";
    if (!suite.fits(key.key())) return "the key does not fit the algorithm";
    String base = base(request);
    if (base == null) return "a signed header is missing";
    if (suite.verify(key.key(), bytes(base), signature)) return null;
    // Mobilizon, Misskey and BookWyrm leave the query out of what they sign.
    if (request.query() == null || !covered.contains(TARGET)) return "the signature does not fit";
    String shorter = base(request.withoutQuery());
    boolean fits = shorter != null && suite.verify(key.key(), bytes(shorter), signature);
    return fits ? null : "the signature does not fit";
  }

  private @Nullable Suite suite(VerifyingKey key) {
    return switch (algorithm == null ? "hs2019" : algorithm) {
      case "hs2019" -> Suite.ED25519.fits(key.key()) ? Suite.ED25519 : Suite.RSA_SHA256;
      case "rsa-sha256" -> Suite.RSA_SHA256;
      case "rsa-sha512" -> Suite.RSA_SHA512;
      case "ed25519" -> Suite.ED25519;
      default -> null;
    };
  }

  private @Nullable String base(HttpRequestParts parts) {
    StringBuilder base = new StringBuilder();
    for (String name : covered) {
      String value =
          switch (name) {
            case TARGET -> target(parts);
            case CREATED -> created;
            case EXPIRES -> expires;
            default -> parts.header(name);
          };
      if (value == null) return null;
      if (!base.isEmpty()) base.append('\n');
      base.append(line(name, value));
    }
    return base.toString();
  }

  private static String target(HttpRequestParts request) {
    return request.method().toLowerCase(Locale.ROOT) + " " + request.requestTarget();
  }

  private static String line(String name, String value) {
    return name + ": " + value;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
