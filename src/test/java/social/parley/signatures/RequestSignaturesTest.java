package social.parley.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.core.Iri;
import social.parley.signatures.PresentedSignature.Scheme;
import social.parley.trials.Chance;
import social.parley.trials.Trials;

class RequestSignaturesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Iri ACTOR = new Iri("https://one.example/users/ada");
  private static final Iri KEY_ID = new Iri("https://one.example/users/ada#main-key");
  private static final KeyPair RSA = Keys.generateRsa();
  private static final KeyPair ED25519 = Keys.generateEd25519();

  private static SigningKey signing(Algorithm algorithm) {
    return switch (algorithm) {
      case RSA -> new SigningKey(KEY_ID, ACTOR, RSA.getPrivate(), algorithm);
      case ED25519 -> new SigningKey(KEY_ID, ACTOR, ED25519.getPrivate(), algorithm);
    };
  }

  private static VerifyingKey verifying(Algorithm algorithm) {
    return switch (algorithm) {
      case RSA -> new VerifyingKey(KEY_ID, ACTOR, RSA.getPublic());
      case ED25519 -> new VerifyingKey(KEY_ID, ACTOR, ED25519.getPublic());
    };
  }

  private static HttpRequestParts request(String method, String url, byte[] body) {
    return HttpRequestParts.of(method, new Iri(url), Map.of(), body);
  }

  private static HttpRequestParts signed(
      Scheme scheme, Algorithm algorithm, HttpRequestParts request) {
    return withHeaders(
        request,
        switch (scheme) {
          case DRAFT -> DraftSignature.sign(request, signing(algorithm), NOW);
          case RFC9421 -> MessageSignature.sign(request, signing(algorithm), NOW);
        });
  }

  private static HttpRequestParts withHeaders(HttpRequestParts r, Map<String, String> added) {
    Map<String, List<String>> headers = new HashMap<>(r.headers());
    added.forEach(
        (name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), List.of(value)));
    return new HttpRequestParts(
        r.method(), r.scheme(), r.authority(), r.path(), r.query(), headers, r.body());
  }

  private static SignatureCheckResult check(HttpRequestParts request, Algorithm algorithm) {
    return checkAt(request, algorithm, NOW);
  }

  private static SignatureCheckResult checkAt(
      HttpRequestParts request, Algorithm algorithm, Instant at) {
    return RequestSignatures.parse(request).orElseThrow().verify(verifying(algorithm), at);
  }

  private static String url(Chance chance) {
    String host = chance.of("two.example", "two.example:8443", "TWO.example:443");
    String segment = chance.text("abcXYZ019-._~%41", 8);
    String query = chance.of("", "?", "?a=b", "?a=b&c=%20d", "?page=true");
    return "https://" + host + "/" + segment + query;
  }

  @Test
  void whatWeSignHolds() {
    Trials.run(120, RequestSignaturesTest::whatWeSignHolds);
  }

  private static void whatWeSignHolds(Chance chance) {
    Scheme scheme = chance.of(Scheme.values());
    Algorithm algorithm = chance.of(Algorithm.values());
    boolean post = chance.flip();
    byte[] body = post ? chance.bytes(60) : new byte[0];
    HttpRequestParts request =
        signed(scheme, algorithm, request(post ? "POST" : "GET", url(chance), body));
    PresentedSignature presented = RequestSignatures.parse(request).orElseThrow();
    assertThat(presented.scheme()).isEqualTo(scheme);
    assertThat(presented.keyId()).isEqualTo(KEY_ID);
    assertThat(presented.verify(verifying(algorithm), NOW))
        .isEqualTo(new SignatureCheckResult.Valid(KEY_ID));
  }

  @Test
  void aChangedLetterAnywhereIsRefused() {
    Trials.run(400, RequestSignaturesTest::aChangedLetterIsRefused);
  }

  private static void aChangedLetterIsRefused(Chance chance) {
    Scheme scheme = chance.of(Scheme.values());
    Algorithm algorithm = chance.of(Algorithm.values());
    int where = chance.number(0, 5);
    int at = chance.number(0, 9999);
    int flip = chance.number(1, 127);
    byte[] body = "{\"type\":\"Like\"}".getBytes(StandardCharsets.UTF_8);
    HttpRequestParts good =
        signed(scheme, algorithm, request("POST", "https://two.example/inbox", body));
    HttpRequestParts bad = changed(good, scheme, where, at, flip);
    boolean valid;
    try {
      valid = RequestSignatures.parse(bad).map(s -> holds(s, algorithm)).orElse(false);
    } catch (MalformedSignature refused) {
      valid = false;
    }
    assertThat(valid).isFalse();
  }

  private static boolean holds(PresentedSignature signature, Algorithm algorithm) {
    return signature.keyId().equals(KEY_ID)
        && signature.verify(verifying(algorithm), NOW).isValid();
  }

  private static HttpRequestParts changed(
      HttpRequestParts r, Scheme scheme, int where, int at, int flip) {
    if (where == 0) {
      byte[] body = r.body().clone();
      body[at % body.length] ^= (byte) flip;
      return new HttpRequestParts(
          r.method(), r.scheme(), r.authority(), r.path(), r.query(), r.headers(), body);
    }
    if (where == 1) {
      String path = flip(r.path(), 0, at, flip);
      return new HttpRequestParts(
          r.method(), r.scheme(), r.authority(), path, r.query(), r.headers(), r.body());
    }
    List<String> names =
        switch (scheme) {
          case DRAFT -> List.of("signature", "digest", "date", "host");
          case RFC9421 -> List.of("signature", "content-digest", "signature-input");
        };
    String name = names.get(where % names.size());
    String value = java.util.Objects.requireNonNull(r.header(name));
    int from =
        switch (name) {
          case "signature" -> value.indexOf("signature=\"") < 0 ? 5 : value.indexOf("ture=\"") + 6;
          case "signature-input" -> 5;
          default -> 0;
        };
    return withHeaders(r, Map.of(name, flip(value, from, at, flip)));
  }

  private static String flip(String text, int from, int at, int flip) {
    char[] letters = text.toCharArray();
    letters[from + at % (letters.length - from)] ^= (char) flip;
    return new String(letters);
  }

  @Test
  void garbageIsRefusedOrIgnored() {
    Trials.run(500, chance -> refusedOrIgnored(chance.text(), chance.text(), chance.text()));
  }

  private static void refusedOrIgnored(String signature, String input, String digest) {
    for (Map<String, String> headers :
        List.of(
            Map.of("signature", signature),
            Map.of("signature", "keyId=\"https://a.b/c\",signature=\"aaaa\"," + signature),
            Map.of("signature", signature, "signature-input", input),
            Map.of("signature", "s=:aaaa:", "signature-input", "s=" + input),
            Map.of(
                "signature",
                "s=:aaaa:",
                "content-digest",
                digest,
                "signature-input",
                "s=(\"@method\" \"@target-uri\" \"content-digest\" \"x\";"
                    + input
                    + ");created=1772366400;keyid=\"a:b\""))) {
      HttpRequestParts request =
          HttpRequestParts.of("POST", new Iri("https://two.example/"), headers, new byte[0]);
      try {
        RequestSignatures.parse(request)
            .ifPresent(
                s -> assertThat(s.verify(verifying(Algorithm.RSA), NOW).isValid()).isFalse());
      } catch (MalformedSignature refused) {
        assertThat(refused.reason()).isNotBlank();
      }
    }
    assertThat(BodyDigest.refuseDigest(digest, new byte[0])).isNotNull();
    assertThat(BodyDigest.refuseContentDigest(digest, new byte[0])).isNotNull();
    CollectionSynchronization.parse(digest);
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT, -3540, true",
    "DRAFT, -3660, false",
    "DRAFT, 3840, true",
    "DRAFT, 3960, false",
    "RFC9421, -3540, true",
    "RFC9421, -3660, false",
    "RFC9421, 3840, true",
    "RFC9421, 3960, false"
  })
  void isGoodForFiveMinutesAndAnHourOfSkew(Scheme scheme, long seconds, boolean good) {
    HttpRequestParts request =
        signed(scheme, Algorithm.RSA, request("GET", "https://two.example/a", new byte[0]));
    assertThat(checkAt(request, Algorithm.RSA, NOW.plusSeconds(seconds)).isValid()).isEqualTo(good);
  }

  @Test
  void aLongExpiryIsCutToTwelveHours() {
    Instant far = NOW.plus(Duration.ofDays(30));
    assertThat(Window.refusal(NOW, far, NOW.plus(Duration.ofHours(13)))).isNull();
    assertThat(Window.refusal(NOW, far, NOW.plus(Duration.ofHours(13)).plusSeconds(1))).isNotNull();
    Instant near = NOW.plusSeconds(10);
    assertThat(Window.refusal(NOW, near, NOW.plusSeconds(3610))).isNull();
    assertThat(Window.refusal(NOW, near, NOW.plusSeconds(3611))).isNotNull();
  }

  @Test
  void createdAndExpiresPseudoHeaders() {
    HttpRequestParts request = request("GET", "https://two.example/a", new byte[0]);
    String base =
        "(request-target): get /a\nhost: two.example\n(created): 1772366400\n(expires): 1772366500";
    byte[] signature =
        Suite.RSA_SHA256.sign(RSA.getPrivate(), base.getBytes(StandardCharsets.UTF_8));
    String header =
        "keyId=\"%s\",algorithm=\"%s\",headers=\"(request-target) host (created) (expires)\","
            + "created=1772366400,expires=1772366500,signature=\"%s\"";
    String value = header.formatted(KEY_ID, "hs2019", Base64Text.write(signature));
    HttpRequestParts signed =
        withHeaders(request, Map.of("Signature", value, "Host", "two.example"));
    assertThat(check(signed, Algorithm.RSA).isValid()).isTrue();
    assertThat(checkAt(signed, Algorithm.RSA, NOW.plusSeconds(4000)).isValid()).isFalse();
    String old = header.formatted(KEY_ID, "rsa-sha256", Base64Text.write(signature));
    assertThat(check(withHeaders(signed, Map.of("Signature", old)), Algorithm.RSA).isValid())
        .isFalse();
  }

  @Test
  void theSignatureMayStandInAuthorization() {
    HttpRequestParts request = request("GET", "https://two.example/a", new byte[0]);
    Map<String, String> added =
        new HashMap<>(DraftSignature.sign(request, signing(Algorithm.RSA), NOW));
    added.put("Authorization", "Signature " + added.remove("Signature"));
    assertThat(check(withHeaders(request, added), Algorithm.RSA).isValid()).isTrue();
  }

  @Test
  void aSignatureForAnotherHostIsRefused() {
    HttpRequestParts signed =
        signed(Scheme.DRAFT, Algorithm.RSA, request("GET", "https://two.example/a", new byte[0]));
    HttpRequestParts here =
        new HttpRequestParts(
            "GET", "https", "three.example", "/a", null, signed.headers(), new byte[0]);
    assertThat(check(here, Algorithm.RSA))
        .isEqualTo(new SignatureCheckResult.Invalid("signed for another host"));
  }

  @Test
  void theKeyMustFitTheAlgorithm() {
    HttpRequestParts rsa =
        signed(Scheme.DRAFT, Algorithm.RSA, request("GET", "https://two.example/a", new byte[0]));
    assertThat(check(rsa, Algorithm.ED25519))
        .isEqualTo(new SignatureCheckResult.Invalid("the key does not fit the algorithm"));
  }

  @Test
  void commasStandWithoutBlanksAndDigestNamesInCapitals() {
    HttpRequestParts request = request("POST", "https://two.example/inbox", new byte[] {1});
    Map<String, String> added = DraftSignature.sign(request, signing(Algorithm.RSA), NOW);
    assertThat(added.get("Signature"))
        .startsWith(
            "keyId=\"https://one.example/users/ada#main-key\",algorithm=\"rsa-sha256\","
                + "headers=\"(request-target) host date digest\",signature=\"");
    assertThat(added.get("Digest")).startsWith("SHA-256=");
    assertThat(added.get("Date")).isEqualTo("Sun, 01 Mar 2026 12:00:00 GMT");
    assertThat(MessageSignature.sign(request, signing(Algorithm.RSA), NOW))
        .containsEntry(
            "Signature-Input",
            "sig1=(\"@method\" \"@target-uri\" \"content-digest\");created=1772366400;"
                + "keyid=\"https://one.example/users/ada#main-key\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keyId=\"https://a.b/c\"",
        "keyId=\"https://a.b/c\",signature=\"\"",
        "keyId=\"https://a.b/c\",signature=\"!\"",
        "keyId=\"no iri\",signature=\"aaaa\"",
        "keyId=\"https://a.b/c\",keyId=\"https://a.b/d\",signature=\"aaaa\"",
        "keyId=\"https://a.b/c,signature=\"aaaa\"",
        "keyId"
      })
  void malformedHeadersAreSaidToBeMalformed(String header) {
    HttpRequestParts request =
        HttpRequestParts.of(
            "GET", new Iri("https://two.example/"), Map.of("Signature", header), new byte[0]);
    assertThatThrownBy(() -> RequestSignatures.parse(request))
        .isInstanceOf(MalformedSignature.class);
  }

  @Test
  void unsignedRequestsHaveNoSignature() {
    assertThat(RequestSignatures.parse(request("GET", "https://two.example/", new byte[0])))
        .isEmpty();
  }

  @Test
  void sharedSecretsAreNotSupported() {
    HttpRequestParts request = request("GET", "https://two.example/", new byte[0]);
    Map<String, String> added =
        Map.of(
            "Signature",
            "s=:aaaa:",
            "Signature-Input",
            "s=(\"@method\" \"@target-uri\");created=1772366400;keyid=\"%s\";alg=\"hmac-sha256\""
                .formatted(KEY_ID));
    assertThat(check(withHeaders(request, added), Algorithm.RSA))
        .isEqualTo(new SignatureCheckResult.Invalid("unsupported algorithm"));
  }
}
