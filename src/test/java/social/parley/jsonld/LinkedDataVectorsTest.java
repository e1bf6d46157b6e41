package social.parley.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.parley.fixtures.Fixtures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents signed by others verify only over quads that are canonical to the last byte. */
class LinkedDataVectorsTest {
  @ParameterizedTest
  @CsvSource({
    "ld-mastodon-academy-create, key-mastodon-academy, true",
    "ld-peertube-mastodon-create-valid, key-peertube-mastodon-public, true",
    "ld-peertube-mastodon-create-bad, key-peertube-mastodon-public, false",
    "ld-takahe-create, key-takahe-public, true"
  })
  void areCanonicalAsTheirSignersHadThem(String document, String key, boolean valid)
      throws Exception {
    ObjectNode signed = (ObjectNode) Json.parse(Fixtures.bytes("signatures/" + document + ".json"));
    ObjectNode options = (ObjectNode) signed.remove("signature");
    byte[] value = Base64.getMimeDecoder().decode(options.get("signatureValue").stringValue());
    options.remove("type");
    options.remove("id");
    options.remove("signatureValue");
    options.put("@context", Contexts.IDENTITY);
    Signature rsa = Signature.getInstance("SHA256withRSA");
    rsa.initVerify(key(Json.parse(Fixtures.bytes("signatures/" + key + ".json"))));
    rsa.update((hash(options) + hash(signed)).getBytes(StandardCharsets.UTF_8));
    assertThat(rsa.verify(value)).isEqualTo(valid);
  }

  private static String hash(JsonNode document) throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(sha.digest(JsonLd.canonical(document)));
  }

  private static PublicKey key(JsonNode node) throws Exception {
    JsonNode pemNode = node.has("publicKeyPem") ? node.get("publicKeyPem") : node.get("publicKey");
    String pem = pemNode.stringValue();
    String body = pem.replaceAll("-----[A-Z ]+-----", "");
    byte[] bytes = Base64.getMimeDecoder().decode(body);
    return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
  }
}
