package social.parley.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import social.parley.core.Refused;

/** The encryption against examples from its specifications. */
class EncryptionTest {
  private static KeyPair pair(String point, String secret) throws GeneralSecurityException {
    ECPublicKey key = P256.publicKey(Receiver.bytes(point)).orElseThrow();
    BigInteger number = new BigInteger(1, Receiver.bytes(secret));
    return new KeyPair(
        key,
        KeyFactory.getInstance("EC")
            .generatePrivate(new ECPrivateKeySpec(number, key.getParams())));
  }

  /** RFC 8291, section 5 and appendix A. */
  @Test
  void theExampleOfTheStandard() throws Exception {
    String app =
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    AppKeys keys = AppKeys.read(app, "BTBZMqHH6r4Tts7J_aSIgg");
    KeyPair own =
        pair(
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
            "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
    byte[] salt = Receiver.bytes("DGv6ra1nlYgDCS1FRnbzlw");
    Encryption.Encrypted sealed =
        new Encryption(keys, own, salt).standard(text("When I grow up, I want to be a watermelon"));
    assertThat(AppKeys.text(sealed.body()))
        .isEqualTo(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vC"
                + "YLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuw"
                + "XPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    assertThat(sealed.headers()).isEqualTo(Map.of("Content-Encoding", "aes128gcm"));
  }

  /** draft-ietf-webpush-encryption-04, section 5 and appendix A. */
  @Test
  void theExampleOfTheDraft() throws Exception {
    String app =
        "BCEkBjzL8Z3C-oi2Q7oE5t2Np-p7osjGLg93qUP0wvqRT21EEWyf0cQDQcakQMqz4hQKYOQ3il2nNZct4HgAUQU";
    String sender =
        "BNoRDbb84JGm8g5Z5CFxurSqsXWJ11ItfXEWYVLE85Y7CYkDjXsIEc4aqxYaQ1G8BqkXCJ6DPpDrWtdWj_mugHU";
    AppKeys keys = AppKeys.read(app, "R29vIGdvbyBnJyBqb29iIQ");
    KeyPair own = pair(sender, "nCScek-QpEjmOOlT-rQ38nZzvdPlqa00Zy0i6m2OJvY");
    byte[] salt = Receiver.bytes("lngarbyKfMoi9Z75xYXmkg");
    Encryption.Encrypted sealed = new Encryption(keys, own, salt).draft(text("I am the walrus"));
    assertThat(AppKeys.text(sealed.body()))
        .isEqualTo("6nqAQUME8hNqw5J3kl8cpVVJylXKYqZOeseZG8UueKpA");
    assertThat(sealed.headers())
        .containsEntry("Encryption", "salt=lngarbyKfMoi9Z75xYXmkg")
        .containsEntry("Crypto-Key", "dh=" + sender);
  }

  @Test
  void whatIsSealedCanBeReadByTheAppAlone() {
    try (Receiver app = new Receiver();
        Receiver other = new Receiver()) {
      AppKeys keys = AppKeys.read(app.p256dh(), app.auth());
      Encryption encryption = new Encryption(keys, P256.generate(), new byte[Encryption.SALT]);
      for (Encryption.Encrypted sealed :
          new Encryption.Encrypted[] {
            encryption.standard(text("Füße 🎉")), encryption.draft(text("Füße 🎉"))
          }) {
        Map<String, String> headers = new HashMap<>();
        sealed
            .headers()
            .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        assertThat(app.decrypt(headers, sealed.body())).isEqualTo("Füße 🎉");
        assertThatThrownBy(() -> other.decrypt(headers, sealed.body()))
            .isInstanceOf(AssertionError.class);
      }
    }
  }

  @Test
  void keysThatAreNoneAreRefused() {
    String auth = "BTBZMqHH6r4Tts7J_aSIgg";
    byte[] point = P256.bytes((ECPublicKey) P256.generate().getPublic());
    String good = AppKeys.text(point);
    assertThat(AppKeys.read(good + "=", auth + "==").auth()).hasSize(16);
    point[40] ^= 1;
    for (String key : new String[] {AppKeys.text(point), "", "AAAA", "not base64!"})
      assertThatThrownBy(() -> AppKeys.read(key, auth)).isInstanceOf(Refused.Invalid.class);
    for (String secret : new String[] {"", "AAAA", "%"})
      assertThatThrownBy(() -> AppKeys.read(good, secret)).isInstanceOf(Refused.Invalid.class);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
