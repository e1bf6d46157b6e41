package social.parley.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import social.parley.trials.Trials;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Linked data signatures and integrity proofs, others' and our own. */
class DocumentSignaturesTest {
  private static final Instant NOW = Instant.parse("2024-06-01T12:00:00Z");
  private static final Iri ADA = new Iri("https://one.example/users/ada");
  private static final KeyPair RSA = Keys.generateRsa();
  private static final KeyPair ED25519 = Keys.generateEd25519();
  private static final SigningKey RSA_KEY =
      new SigningKey(new Iri(ADA + "#main-key"), ADA, RSA.getPrivate(), Algorithm.RSA);
  private static final SigningKey ED25519_KEY =
      new SigningKey(new Iri(ADA + "#ed25519-key"), ADA, ED25519.getPrivate(), Algorithm.ED25519);

  private static ObjectNode object(JsonNode node) {
    return (ObjectNode) node;
  }

  private static VerifyingKey open(SigningKey key, KeyPair pair) {
    return new VerifyingKey(key.keyId(), key.owner(), pair.getPublic());
  }

  private static boolean linked(String vector, String key) {
    ObjectNode document = object(Vectors.json(vector));
    assertThat(LinkedDataSignature.creator(document)).isPresent();
    return LinkedDataSignature.verify(document, Vectors.key(key)).isValid();
  }

  @Test
  void linkedDataOfOtherServers() {
    assertThat(linked("ld-mastodon-academy-create.json", "key-mastodon-academy.json")).isTrue();
    assertThat(linked("ld-takahe-create.json", "key-takahe-public.json")).isTrue();
    String peertube = "ld-peertube-mastodon-create-valid.json";
    assertThat(linked(peertube, "key-peertube-mastodon-public.json")).isTrue();
    assertThat(linked(peertube, "key-peertube-mastodon-public-bad.json")).isFalse();
    assertThat(linked("ld-peertube-mastodon-create-bad.json", "key-peertube-mastodon-public.json"))
        .isFalse();
  }

  @Test
  void linkedDataThatWasEditedIsRefused() {
    String pem =
        Vectors.json("ld-mastodon-receiver-worker-actor.json")
            .path("publicKey")
            .path("publicKeyPem")
            .asString();
    VerifyingKey key = Vectors.key("https://example.com/key", pem);
    ObjectNode document = object(Vectors.json("ld-mastodon-receiver-worker.json"));
    assertThat(LinkedDataSignature.verify(document, key))
        .isEqualTo(new SignatureCheckResult.Invalid("the signature does not fit"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@graph\":[]}",
        "{\"x\":{\"@included\":[]}}",
        "{\"x\":[{\"@reverse\":{}}]}",
        "{\"x\":{\"@context\":{\"y\":\"@graph\"}}}",
        "{\"@context\":[{\"y\":{\"@id\":\"@included\"}}]}"
      })
  void linkedDataThatHidesThingsIsRefused(String json) {
    ObjectNode document = object(Json.parse(json));
    ObjectNode signature =
        Json.object()
            .put("type", "RsaSignature2017")
            .put("creator", ADA + "#main-key")
            .put("signatureValue", "aaaa");
    document.set("signature", signature);
    assertThat(LinkedDataSignature.verify(document, open(RSA_KEY, RSA)))
        .isEqualTo(new SignatureCheckResult.Invalid("document hides what it says"));
  }

  private static SignatureCheckResult proof(String vector) {
    return IntegrityProof.verify(object(Vectors.json(vector)), w3cKey(), NOW);
  }

  private static VerifyingKey w3cKey() {
    var key =
        Keys.readMultikey(Vectors.json("key-w3c-eddsa.json").path("publicKeyMultibase").asString());
    return new VerifyingKey(ED25519_KEY.keyId(), ADA, key);
  }

  @Test
  void proofsOfOtherServers() {
    for (String vector :
        List.of(
            "eddsa-jcs-mastodon-expires-future.json",
            "eddsa-jcs-w3c-alumni.json",
            "fep-8b32-signed-create.json",
            "w3c-eddsa-jcs-2022-signed.json"))
      assertThat(proof(vector).isValid()).as(vector + proof(vector)).isTrue();
    assertThat(proof("eddsa-jcs-mastodon-expired.json"))
        .isEqualTo(new SignatureCheckResult.Invalid("proof has expired"));
    for (String vector : List.of("mldsa44-jcs-2024-w3c.json", "w3c-eddsa-rdfc-2022-signed.json"))
      assertThat(proof(vector))
          .isEqualTo(new SignatureCheckResult.Invalid("unsupported cryptosuite"));
  }

  @Test
  void identityStatement() {
    ObjectNode statement =
        object(Vectors.json("fep-c390-identity-proof.json").path("attachment").path(0));
    Iri method = IntegrityProof.verificationMethod(statement).orElseThrow();
    var key = new VerifyingKey(method, method, Keys.readDidKey(method.value()));
    assertThat(IntegrityProof.verify(statement, key, NOW))
        .isEqualTo(new SignatureCheckResult.Valid(method));
  }

  @Test
  void ourProofIsTheOneInTheSpecification() {
    ObjectNode unsigned = object(Vectors.json("fep-8b32-unsigned-create.json"));
    String secret = Vectors.json("key-fep-8b32-ed25519.json").path("secretKeyMultibase").asString();
    Iri alice = new Iri("https://server.example/users/alice");
    SigningKey key =
        new SigningKey(
            new Iri(alice + "#ed25519-key"),
            alice,
            Keys.readPrivateMultikey(secret),
            Algorithm.ED25519);
    ObjectNode signed = IntegrityProof.sign(unsigned, key, Instant.parse("2023-02-24T23:36:38Z"));
    assertThat(signed).isEqualTo(Vectors.json("fep-8b32-signed-create.json"));
  }

  private static ObjectNode note(String content, double number) {
    ObjectNode document = Json.object();
    document.putArray("@context").add("https://www.w3.org/ns/activitystreams");
    document.put("id", "https://one.example/1").put("type", "Create").put("actor", ADA.value());
    document
        .putObject("object")
        .put("id", "https://one.example/2")
        .put("type", "Note")
        .put("content", content)
        .put("duration", number);
    return document;
  }

  @Test
  void whatWeSignHolds() {
    Trials.run(
        60, chance -> holds(chance.text(50), chance.number(Integer.MIN_VALUE, Integer.MAX_VALUE)));
  }

  private static void holds(String content, int number) {
    String text = content.replaceAll("[\\ud800-\\udfff]", "");
    ObjectNode document = note(text, number / 8.0);
    ObjectNode proven = IntegrityProof.sign(document, ED25519_KEY, NOW);
    ObjectNode both = LinkedDataSignature.sign(proven, RSA_KEY, NOW);
    ObjectNode read = object(Json.parse(Json.write(both)));
    assertThat(LinkedDataSignature.creator(read)).contains(RSA_KEY.keyId());
    assertThat(IntegrityProof.verify(read, open(ED25519_KEY, ED25519), NOW).isValid()).isTrue();
    assertThat(LinkedDataSignature.verify(read, open(RSA_KEY, RSA)))
        .isEqualTo(new SignatureCheckResult.Valid(RSA_KEY.keyId()));
    object(read.path("object")).put("content", text + "!");
    assertThat(IntegrityProof.verify(read, open(ED25519_KEY, ED25519), NOW).isValid()).isFalse();
    assertThat(LinkedDataSignature.verify(read, open(RSA_KEY, RSA)).isValid()).isFalse();
  }

  @Test
  void garbageIsRefused() {
    List<String> members =
        List.of("type", "cryptosuite", "proofValue", "created", "verificationMethod", "expires");
    Trials.run(200, chance -> refused(chance.of(members), chance.text()));
  }

  private static void refused(String member, String value) {
    ObjectNode proven = IntegrityProof.sign(note("x", 1), ED25519_KEY, NOW);
    object(proven.path("proof")).put(member, value);
    assertThat(IntegrityProof.verify(proven, open(ED25519_KEY, ED25519), NOW).isValid()).isFalse();
    ObjectNode document = note("x", 1);
    document.put("proof", value).put("signature", value);
    assertThat(IntegrityProof.verify(document, open(ED25519_KEY, ED25519), NOW).isValid())
        .isFalse();
    assertThat(LinkedDataSignature.verify(document, open(RSA_KEY, RSA)).isValid()).isFalse();
  }
}
