package social.parley.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.trials.Trials;
import tools.jackson.databind.JsonNode;

class KeysTest {
  private static final byte[] MESSAGE = {1, 2, 3};

  static Stream<KeyPair> pairs() {
    return Stream.of(Keys.generateRsa(), Keys.generateEd25519());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void survivesPemAndMultikey(KeyPair pair) {
    assertThat(Keys.publicPem(pair.getPublic())).startsWith("-----BEGIN PUBLIC KEY-----\n");
    works(pair.getPrivate(), Keys.readPublicPem(Keys.publicPem(pair.getPublic())));
    works(pair.getPrivate(), Keys.readMultikey(Keys.multikey(pair.getPublic())));
    works(pair.getPrivate(), Keys.readDidKey("did:key:" + Keys.multikey(pair.getPublic())));
    works(Keys.readPrivatePem(Keys.privatePem(pair.getPrivate())), pair.getPublic());
  }

  private static void works(PrivateKey secret, PublicKey open) {
    Suite suite = Suite.ED25519.fits(open) ? Suite.ED25519 : Suite.RSA_SHA256;
    byte[] signature = suite.sign(secret, MESSAGE);
    assertThat(suite.verify(open, MESSAGE, signature)).isTrue();
    assertThat(suite.verify(open, new byte[] {1, 2, 4}, signature)).isFalse();
  }

  @Test
  void readsPkcs1() {
    KeyPair pair = Keys.generateRsa();
    String spki = body(Keys.publicPem(pair.getPublic()));
    byte[] pkcs1 = Der.rsaOfSpki(Base64.getMimeDecoder().decode(spki));
    String pem =
        "-----BEGIN RSA PUBLIC KEY-----\n%s\n-----END RSA PUBLIC KEY-----"
            .formatted(Base64.getMimeEncoder().encodeToString(pkcs1));
    works(pair.getPrivate(), Keys.readPublicPem(pem));
    byte[] pkcs8 = Base64.getMimeDecoder().decode(body(Keys.privatePem(pair.getPrivate())));
    // version, algorithm and the octet string's own head stand before the PKCS#1 structure
    byte[] inner = java.util.Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
    String secret =
        "-----BEGIN RSA PRIVATE KEY-----\n%s\n-----END RSA PRIVATE KEY-----"
            .formatted(Base64.getMimeEncoder().encodeToString(inner));
    works(Keys.readPrivatePem(secret), pair.getPublic());
  }

  private static String body(String pem) {
    return pem.replaceAll("-----[^-]+-----", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\r\n", "", "\\n", "\t \n"})
  void readsPemWithOtherLineBreaks(String lineBreak) {
    KeyPair pair = Keys.generateEd25519();
    String pem = Keys.publicPem(pair.getPublic()).replace("\n", lineBreak);
    assertThat(Keys.readPublicPem(pem)).isEqualTo(pair.getPublic());
  }

  @Test
  void readsTheKeysOfTheVectors() {
    for (String name : Vectors.named("key-")) {
      JsonNode key = Vectors.json(name);
      if (key.has("publicKeyPem")) Keys.readPublicPem(key.path("publicKeyPem").asString());
      if (key.has("publicKeyMultibase")) {
        PublicKey open = Keys.readMultikey(key.path("publicKeyMultibase").asString());
        assertThat(Keys.multikey(open)).isEqualTo(key.path("publicKeyMultibase").asString());
        String secret =
            key.path("privateKeyMultibase").asString(key.path("secretKeyMultibase").asString(""));
        works(Keys.readPrivateMultikey(secret), open);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "z",
        "nonsense",
        "zz",
        "z0OIl",
        "m7QE",
        "u7QE",
        "z6Mk",
        "zDnaegE6RR3atJtHKwTRTWHsJ3kNHqFwv7n9YjTgmU7TyfU76"
      })
  void refusesOtherMultikeys(String text) {
    assertThatThrownBy(() -> Keys.readMultikey(text)).isInstanceOf(UnusableKey.class);
    assertThatThrownBy(() -> Keys.readDidKey("did:key:" + text)).isInstanceOf(UnusableKey.class);
    assertThatThrownBy(() -> Keys.readPublicPem(text)).isInstanceOf(UnusableKey.class);
  }

  @Test
  void refusesKeysThatWouldBeExpensive() {
    byte[] modulus = new byte[2050];
    java.util.Arrays.fill(modulus, (byte) 0x7f);
    byte[] der = new byte[4 + 4 + modulus.length + 5];
    System.arraycopy(HexFormat.of().parseHex("3082080b02820802"), 0, der, 0, 8);
    System.arraycopy(modulus, 0, der, 8, modulus.length);
    System.arraycopy(HexFormat.of().parseHex("0203010001"), 0, der, 8 + modulus.length, 5);
    String pem =
        "-----BEGIN RSA PUBLIC KEY-----%s-----END RSA PUBLIC KEY-----"
            .formatted(Base64.getEncoder().encodeToString(der));
    assertThatThrownBy(() -> Keys.readPublicPem(pem)).isInstanceOf(UnusableKey.class);
  }

  @Test
  void garbageIsRefusedQuietly() {
    Trials.run(300, chance -> refusedQuietly(chance.bytes(200), chance.text()));
  }

  private static void refusedQuietly(byte[] bytes, String text) {
    refusedOrRead(
        "-----BEGIN PUBLIC KEY-----"
            + Base64.getEncoder().encodeToString(bytes)
            + "-----END PUBLIC KEY-----");
    refusedOrRead("-----BEGIN RSA PUBLIC KEY-----" + text + "-----END RSA PUBLIC KEY-----");
    refusedOrRead(text);
    String multibase = Multibase.write(bytes);
    if (bytes.length > 0) assertThat(Multibase.read(multibase)).isEqualTo(bytes);
  }

  private static void refusedOrRead(String pem) {
    try {
      Keys.readPublicPem(pem);
    } catch (UnusableKey refused) {
      assertThat(refused.reason()).isNotBlank();
    }
  }
}
