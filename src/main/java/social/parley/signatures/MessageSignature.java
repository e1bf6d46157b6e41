package social.parley.signatures;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.signatures.StructuredFields.Bare;
import social.parley.signatures.StructuredFields.Item;
import social.parley.signatures.StructuredFields.Kind;
import social.parley.signatures.StructuredFields.Member;

/** HTTP message signatures of RFC 9421 on requests. */
public final class MessageSignature implements PresentedSignature {
  private static final String LABEL = "sig1";

  private final HttpRequestParts request;
  private final Iri keyId;
  private final Member input;
  private final byte[] signature;

  private MessageSignature(HttpRequestParts request, Iri keyId, Member input, byte[] signature) {
    this.request = request;
    this.keyId = keyId;
    this.input = input;
    this.signature = signature;
  }

  /**
   * The headers to add to a request: Host, Date, Content-Digest where there is content,
   * Signature-Input and Signature.
   */
  public static Map<String, String> sign(HttpRequestParts request, SigningKey key, Instant now) {
    Map<String, String> added = new LinkedHashMap<>();
    added.put("Host", request.normalAuthority());
    added.put("Date", Window.httpDate(now));
    List<Item> covered = new ArrayList<>();
    covered.add(component("@method"));
    covered.add(component("@target-uri"));
    for (String name : new TreeSet<>(request.headers().keySet())) covered.add(component(name));
    HttpRequestParts whole = request;
    if (request.needsDigest()) {
      String digest = BodyDigest.contentDigest(request.body());
      added.put("Content-Digest", digest);
      covered.add(component("content-digest"));
      Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
      headers.put("content-digest", List.of(digest));
      whole =
          new HttpRequestParts(
              request.method(),
              request.scheme(),
              request.authority(),
              request.path(),
              request.query(),
              headers,
              request.body());
    }
    Map<String, Bare> parameters = new LinkedHashMap<>();
    parameters.put("created", new Bare(Kind.INTEGER, Long.toString(now.getEpochSecond())));
    parameters.put("keyid", new Bare(Kind.STRING, key.keyId().value()));
    Member input = new Member(null, covered, parameters);
    byte[] signature = Suite.of(key.algorithm()).sign(key.key(), SignedText.of(whole, input));
    added.put("Signature-Input", LABEL + "=" + input.writeList());
    added.put("Signature", LABEL + "=:" + Base64Text.write(signature) + ":");
    return added;
  }

  private static Item component(String name) {
    return new Item(new Bare(Kind.STRING, name), Map.of());
  }

  /** Takes the first signature that names a key; a request rarely carries two. */
  static MessageSignature parse(HttpRequestParts request) {
    String inputs = request.header("signature-input");
    String values = request.header("signature");
    if (inputs == null || values == null)
      throw new MalformedSignature("Signature-Input without Signature");
    Map<String, Member> signatures = StructuredFields.dictionary(values);
    for (var entry : StructuredFields.dictionary(inputs).entrySet()) {
      Member input = entry.getValue();
      Bare key = input.parameters().get("keyid");
      Member value = signatures.get(entry.getKey());
      byte[] bytes = value == null ? null : value.bytes();
      if (!input.isList() || key == null || bytes == null) continue;
      Iri keyId =
          Iri.parse(key.text()).orElseThrow(() -> new MalformedSignature("keyid is not an IRI"));
      return new MessageSignature(request, keyId, input, bytes);
    }
    throw new MalformedSignature("no signature with a keyid");
  }

  @Override
  public Scheme scheme() {
    return Scheme.RFC9421;
  }

  @Override
  public Iri keyId() {
    return keyId;
  }

  @Override
  public SignatureCheckResult verify(VerifyingKey key, Instant now) {
    String refusal = refuseCoverage();
    if (refusal == null) refusal = refuseTime(now);
    if (refusal == null) refusal = refuseDigest();
    if (refusal == null) refusal = refuseSignature(key, request, input, signature);
    return refusal == null
        ? new SignatureCheckResult.Valid(keyId)
        : new SignatureCheckResult.Invalid(refusal);
  }

  @Override
  public boolean covers(String name) {
    return input.items().stream()
        .anyMatch(item -> item.parameters().isEmpty() && item.value().text().equals(name));
  }

  private @Nullable String refuseCoverage() {
    if (!covers("@method")) return "the method is not signed";
    boolean path = covers("@path") && (request.query() == null || covers("@query"));
    boolean target = covers("@authority") && (path || covers("@request-target"));
    if (!covers("@target-uri") && !target) return "the target is not signed";
    if (request.needsDigest() && !covers("content-digest"))
      return "the Content-Digest header is not signed";
    return null;
  }

  private @Nullable String refuseTime(Instant now) {
    Instant created = seconds("created");
    if (created == null) return "no time of signing";
    Instant expires = seconds("expires");
    if (expires == null && input.parameters().containsKey("expires"))
      return "the expiry cannot be read";
    return Window.refusal(created, expires, now);
  }

  private @Nullable Instant seconds(String name) {
    Bare value = input.parameters().get(name);
    return value == null || value.kind() != Kind.INTEGER ? null : Window.readSeconds(value.text());
  }

  private @Nullable String refuseDigest() {
    String digest = request.header("content-digest");
    if (!covers("content-digest")) return null;
    if (digest == null) return "no Content-Digest header";
    return BodyDigest.refuseContentDigest(digest, request.body());
  }

  /** Why the signature itself does not hold, or null when it does. */
  static @Nullable String refuseSignature(
      VerifyingKey key, HttpRequestParts request, Member input, byte[] signature) {
    List<Suite> suites = suites(key, input.parameters().get("alg"));
    if (suites.isEmpty()) return "unsupported algorithm";
    byte[] base;
    try {
      base = SignedText.of(request, input);
    } catch (MalformedSignature notCovered) {
      return notCovered.reason();
    }
    for (Suite suite : suites) if (suite.verify(key.key(), base, signature)) return null;
    return "the signature does not fit";
  }

  private static List<Suite> suites(VerifyingKey key, @Nullable Bare named) {
    if (named != null) {
      Suite suite = Suite.named(named.text());
      boolean usable = suite != null && suite != Suite.RSA_SHA512 && suite.fits(key.key());
      return usable && suite != null ? List.of(suite) : List.of();
    }
    if (Suite.ED25519.fits(key.key())) return List.of(Suite.ED25519);
    if (Suite.ECDSA_P256_SHA256.fits(key.key())) return List.of(Suite.ECDSA_P256_SHA256);
    return List.of(Suite.RSA_SHA256, Suite.RSA_PSS_SHA512);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
