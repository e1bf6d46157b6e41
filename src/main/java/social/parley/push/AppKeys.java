package social.parley.push;

import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import social.parley.core.Refused;

/** The keys that an app gives with its subscription: a point of P-256 and a shared secret. */
record AppKeys(ECPublicKey point, byte[] auth) {
  private static final int AUTH = 16;

  static AppKeys read(String p256dh, String auth) {
    byte[] secret = bytes(auth, "key_auth");
    if (secret.length != AUTH) throw new Refused.Invalid("key_auth", "is invalid");
    ECPublicKey point =
        P256.publicKey(bytes(p256dh, "key_p256dh"))
            .orElseThrow(() -> new Refused.Invalid("key_p256dh", "is invalid"));
    return new AppKeys(point, secret);
  }

  /** Apps write both alphabets, with padding or without. */
  private static byte[] bytes(String text, String field) {
    String plain = text.strip().replace('+', '-').replace('/', '_').replace("=", "");
    try {
      return Base64.getUrlDecoder().decode(plain);
    } catch (IllegalArgumentException broken) {
      throw new Refused.Invalid(field, "is invalid");
    }
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
