package social.parley.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;

/** Signed requests recorded from, or made by, other servers. */
class RequestVectorsTest {
  private static final Instant NOW = Instant.parse("2023-12-20T10:00:00Z");
  private static final String PEERTUBE_KEY = "key-peertube-mastodon-public.json";

  @TestFactory
  Stream<DynamicTest> mastodonDraft() {
    return vectors("cavage-mastodon-");
  }

  @TestFactory
  Stream<DynamicTest> mastodonRfc9421() {
    return vectors("rfc9421-mastodon-");
  }

  private Stream<DynamicTest> vectors(String prefix) {
    List<String> names = Vectors.named(prefix);
    assertThat(names).hasSizeGreaterThan(9);
    return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> judged(name)));
  }

  private void judged(String name) {
    JsonNode vector = Vectors.json(name);
    var file = vector.path("keyFile").asString().replace(".json", "-public.json");
    VerifyingKey key = Vectors.key(file);
    HttpRequestParts request = Vectors.request(vector.path("request"));
    SignatureCheckResult result = RequestSignatures.parse(request).orElseThrow().verify(key, NOW);
    boolean expected = vector.path("expected").asString().equals("valid");
    assertThat(result.isValid()).as(result.toString()).isEqualTo(expected);
  }

  @Test
  void peertubeRecordedWithItsExactBytes() {
    HttpRequestParts request = peertube();
    DraftSignature signature = draft(request);
    assertThat(signature.keyId()).isEqualTo(new Iri("http://localhost:3000/users/ronan2#main-key"));
    assertThat(signature.verifyTimeless(Vectors.key(PEERTUBE_KEY)).isValid()).isTrue();
    assertThat(signature.verify(Vectors.key(PEERTUBE_KEY), NOW))
        .isEqualTo(new SignatureCheckResult.Invalid("signed too long ago"));
    assertThat(
            signature
                .verify(Vectors.key(PEERTUBE_KEY), Instant.parse("2018-10-22T13:35:00Z"))
                .isValid())
        .isTrue();
  }

  @Test
  void peertubeWithAnotherKeyOrSignatureOrBody() {
    VerifyingKey key = Vectors.key(PEERTUBE_KEY);
    assertThat(
            draft(peertube())
                .verifyTimeless(Vectors.key("key-peertube-mastodon-public-bad.json"))
                .isValid())
        .isFalse();
    for (String bad :
        List.of("cavage-peertube-bad-body.json", "cavage-peertube-bad-signature.json")) {
      JsonNode vector = Vectors.json(bad);
      HttpRequestParts from = headersOf(vector, vector.path("body").toString());
      assertThat(draft(from).verifyTimeless(key).isValid()).as(bad).isFalse();
    }
    // The bad signature is bad by itself, not only for the body's spelling.
    HttpRequestParts signature =
        headersOf(
            Vectors.json("cavage-peertube-bad-signature.json"),
            new String(peertube().body(), StandardCharsets.UTF_8));
    assertThat(draft(signature).verifyTimeless(key).isValid()).isFalse();
    HttpRequestParts same =
        headersOf(
            Vectors.json("cavage-peertube-valid.json"),
            new String(peertube().body(), StandardCharsets.UTF_8));
    assertThat(draft(same).verifyTimeless(key).isValid()).isTrue();
  }

  @Test
  void takaheWithAlgorithmLast() {
    HttpRequestParts request =
        Vectors.request(Vectors.json("cavage-takahe-post.json").path("request"));
    assertThat(draft(request).verifyTimeless(Vectors.key("key-takahe-public.json")).isValid())
        .isTrue();
  }

  private static HttpRequestParts peertube() {
    return Vectors.request(Vectors.json("cavage-peertube-valid-exact-body.json").path("request"));
  }

  private static HttpRequestParts headersOf(JsonNode vector, String body) {
    Map<String, String> headers = new HashMap<>();
    vector
        .path("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey(), h.getValue().asString()));
    Iri inbox = new Iri("http://localhost/accounts/ronan/inbox");
    return HttpRequestParts.of("POST", inbox, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static DraftSignature draft(HttpRequestParts request) {
    return DraftSignature.parse(request, DraftSignature.find(request).orElseThrow());
  }

  /** Appendix B.2 of the RFC: the bases and signatures, without our own demands on coverage. */
  @TestFactory
  Stream<DynamicTest> rfcAppendix() {
    return Vectors.named("rfc9421-sig-").stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> appendix(Vectors.json(name))));
  }

  private void appendix(JsonNode vector) {
    String keyName = vector.path("keyFile").asString().replaceAll(".*#", "");
    var input =
        StructuredFields.dictionary(vector.path("signatureInput").asString())
            .values()
            .iterator()
            .next();
    byte[] signature =
        StructuredFields.dictionary(vector.path("signature").asString())
            .values()
            .iterator()
            .next()
            .bytes();
    assertThat(signature).isNotNull();
    byte[] base = vector.path("signatureBase").asString().getBytes(StandardCharsets.UTF_8);
    JsonNode key = Vectors.json("rfc9421-public-keys.json").path(keyName);
    if (key.isMissingNode()) {
      // A shared secret: nothing that a stranger on the network can use with us.
      assertThat(Suite.named(vector.path("alg").asString())).isNull();
      return;
    }
    VerifyingKey verifying =
        Vectors.key("https://example.com/" + keyName, key.path("publicKeyPem").asString());
    Suite suite = Suite.named(vector.path("alg").asString());
    assertThat(suite).isNotNull();
    assertThat(suite.verify(verifying.key(), base, signature)).isTrue();
    if (vector.path("message").path("type").asString().equals("response")) return;
    HttpRequestParts request = Vectors.request(vector.path("message"));
    assertThat(SignedText.of(request, input)).isEqualTo(base);
    assertThat(MessageSignature.refuseSignature(verifying, request, input, signature)).isNull();
  }

  @Test
  void followersDigest() {
    JsonNode vector = Vectors.json("fep-8fcf-followers-digest.json");
    List<Iri> followers =
        vector.path("followers").valueStream().map(f -> new Iri(f.asString())).toList();
    String digest = vector.path("digestHex").asString();
    assertThat(FollowersDigest.of(followers)).isEqualTo(digest);
    assertThat(FollowersDigest.of(followers.reversed())).isEqualTo(digest);
    String header = vector.path("header").asString();
    var read = CollectionSynchronization.parse(header).orElseThrow();
    assertThat(read.digest()).isEqualTo(digest);
    assertThat(read.write()).isEqualTo(header);
  }
}
