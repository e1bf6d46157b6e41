package social.parley.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a message so that only the app can read it, and not the push service: as RFC 8291 has
 * it, or as its fourth draft had it, which many relays of apps still want.
 */
final class Encryption {
  static final int SALT = 16;
  private static final int RECORD = 4096;
  private static final int KEY = 16;
  private static final int NONCE = 12;

  private final AppKeys app;
  private final KeyPair own;
  private final byte[] salt;

  /** A fresh pair of keys and a fresh salt for each message. */
  Encryption(AppKeys app, KeyPair own, byte[] salt) {
    this.app = app;
    this.own = own;
    this.salt = salt.clone();
  }

  /** What to send: the body, and the headers that say how to read it. */
  record Encrypted(byte[] body, Map<String, String> headers) {}

  private byte[] ownPoint() {
    return P256.bytes((ECPublicKey) own.getPublic());
  }

  private byte[] shared() {
    return P256.agree(own.getPrivate(), app.point());
  }

  /** RFC 8291, section 3, in a single record of RFC 8188. */
  Encrypted standard(byte[] text) {
    byte[] appPoint = P256.bytes(app.point());
    byte[] info = join(ascii("WebPush: info\0"), appPoint, ownPoint());
    byte[] secret = derive(app.auth(), shared(), info, 32);
    byte[] key = derive(salt, secret, ascii("Content-Encoding: aes128gcm\0"), KEY);
    byte[] nonce = derive(salt, secret, ascii("Content-Encoding: nonce\0"), NONCE);
    byte[] sealed = seal(key, nonce, join(text, new byte[] {2}));
    byte[] point = ownPoint();
    byte[] size = ByteBuffer.allocate(4).putInt(RECORD).array();
    byte[] body = join(salt, size, new byte[] {(byte) point.length}, point, sealed);
    return new Encrypted(body, Map.of("Content-Encoding", "aes128gcm"));
  }

  /** draft-ietf-webpush-encryption-04 with draft-ietf-httpbis-encryption-encoding-03. */
  Encrypted draft(byte[] text) {
    byte[] appPoint = P256.bytes(app.point());
    byte[] context =
        join(ascii("P-256\0"), length(appPoint), appPoint, length(ownPoint()), ownPoint());
    byte[] secret = derive(app.auth(), shared(), ascii("Content-Encoding: auth\0"), 32);
    byte[] key = derive(salt, secret, join(ascii("Content-Encoding: aesgcm\0"), context), KEY);
    byte[] nonce = derive(salt, secret, join(ascii("Content-Encoding: nonce\0"), context), NONCE);
    byte[] sealed = seal(key, nonce, join(new byte[2], text));
    return new Encrypted(
        sealed,
        Map.of(
            "Content-Encoding",
            "aesgcm",
            "Encryption",
            "salt=" + AppKeys.text(salt),
            "Crypto-Key",
            "dh=" + AppKeys.text(ownPoint())));
  }

  private static byte[] length(byte[] bytes) {
    return ByteBuffer.allocate(2).putShort((short) bytes.length).array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) all.writeBytes(part);
    return all.toByteArray();
  }

  private static byte[] derive(byte[] salt, byte[] secret, byte[] info, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(secret).thenExpand(info, length));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] seal(byte[] key, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
