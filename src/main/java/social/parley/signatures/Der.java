package social.parley.signatures;

import java.util.Arrays;
import java.util.HexFormat;

/** The few ASN.1 envelopes that turn one way of writing a key into another. */
final class Der {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] RSA_ALGORITHM = HEX.parseHex("300d06092a864886f70d0101010500");
  private static final byte[] ED25519_SPKI = HEX.parseHex("302a300506032b6570032100");
  private static final byte[] ED25519_PKCS8 = HEX.parseHex("302e020100300506032b657004220420");
  private static final byte[] VERSION_0 = {2, 1, 0};

  private Der() {}

  /** The name of the key factory for an SPKI or PKCS#8 structure, by its object identifier. */
  static String keyType(byte[] der) {
    String head = HEX.formatHex(der, 0, Math.min(der.length, 32));
    if (head.contains("06092a864886f70d010101")) return "RSA";
    if (head.contains("06032b6570")) return "Ed25519";
    if (head.contains("06072a8648ce3d0201")) return "EC";
    throw new UnusableKey("unsupported key type");
  }

  static byte[] spkiOfRsa(byte[] pkcs1) {
    byte[] content = new byte[pkcs1.length + 1];
    System.arraycopy(pkcs1, 0, content, 1, pkcs1.length);
    return wrap(0x30, RSA_ALGORITHM, wrap(0x03, content));
  }

  static byte[] pkcs8OfRsa(byte[] pkcs1) {
    return wrap(0x30, VERSION_0, RSA_ALGORITHM, wrap(0x04, pkcs1));
  }

  static byte[] spkiOfEd25519(byte[] raw) {
    return concat(ED25519_SPKI, raw);
  }

  static byte[] pkcs8OfEd25519(byte[] raw) {
    return concat(ED25519_PKCS8, raw);
  }

  static byte[] rawEd25519(byte[] spki) {
    return Arrays.copyOfRange(spki, ED25519_SPKI.length, spki.length);
  }

  /** The PKCS#1 key inside an SPKI: after the algorithm, the bit string without its first byte. */
  static byte[] rsaOfSpki(byte[] spki) {
    int bits = contentStart(spki, 0) + RSA_ALGORITHM.length;
    return Arrays.copyOfRange(spki, contentStart(spki, bits) + 1, spki.length);
  }

  private static int contentStart(byte[] der, int at) {
    int length = der[at + 1] & 0xff;
    return at + 2 + (length < 0x80 ? 0 : length & 0x7f);
  }

  private static byte[] wrap(int tag, byte[]... contents) {
    byte[] content = concat(contents);
    int length = content.length;
    byte[] head;
    if (length < 0x80) head = new byte[] {(byte) tag, (byte) length};
    else if (length < 0x100) head = new byte[] {(byte) tag, (byte) 0x81, (byte) length};
    else head = new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    return concat(head, content);
  }

  private static byte[] concat(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) length += part.length;
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
