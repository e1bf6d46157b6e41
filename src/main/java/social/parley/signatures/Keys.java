package social.parley.signatures;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Makes keys and reads and writes them as PEM, as Multikey (FEP-521a) and as did:key. */
public final class Keys {
  private static final String DID = "did:key:";
  private static final byte[] ED25519_PUBLIC = {(byte) 0xed, 0x01};
  private static final byte[] ED25519_PRIVATE = {(byte) 0x80, 0x26};
  private static final byte[] RSA_PUBLIC = {(byte) 0x85, 0x24};
  private static final int LONGEST_PEM = 16384;
  // Huge moduli and exponents would make checking a stranger's signature expensive.
  private static final int SMALLEST_RSA = 1024;
  private static final int LARGEST_RSA = 8192;
  private static final int LARGEST_EXPONENT = 33;

  private Keys() {}

  /** A new RSA key pair of 2048 bits, the size that every peer can read. */
  public static KeyPair generateRsa() {
    try {
      KeyPairGenerator generator = Crypto.generator("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A new Ed25519 key pair. */
  public static KeyPair generateEd25519() {
    try {
      return Crypto.generator("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The public key as peers expect it in {@code publicKeyPem} (SPKI). */
  public static String publicPem(PublicKey key) {
    return pem("PUBLIC KEY", key.getEncoded());
  }

  /** The private key as PKCS#8. */
  public static String privatePem(PrivateKey key) {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  private static String pem(String label, byte[] der) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, lines, label);
  }

  /**
   * Reads SPKI or PKCS#1; blanks may stand in place of the line breaks.
   *
   * @throws UnusableKey when there is no supported key in it
   */
  public static PublicKey readPublicPem(String pem) {
    if (pem.contains("BEGIN RSA PUBLIC KEY"))
      return publicKey(Der.spkiOfRsa(body(pem, "RSA PUBLIC KEY")));
    return publicKey(body(pem, "PUBLIC KEY"));
  }

  /**
   * Reads PKCS#8 or PKCS#1.
   *
   * @throws UnusableKey when there is no supported key in it
   */
  public static PrivateKey readPrivatePem(String pem) {
    if (pem.contains("BEGIN RSA PRIVATE KEY"))
      return privateKey(Der.pkcs8OfRsa(body(pem, "RSA PRIVATE KEY")));
    return privateKey(body(pem, "PRIVATE KEY"));
  }

  private static byte[] body(String pem, String label) {
    String begin = "-----BEGIN " + label + "-----";
    int start = pem.indexOf(begin);
    int end = pem.indexOf("-----END " + label + "-----", Math.max(start, 0));
    if (start < 0 || end < start + begin.length() || pem.length() > LONGEST_PEM)
      throw new UnusableKey("no PEM " + label);
    StringBuilder letters = new StringBuilder();
    String between = pem.substring(start + begin.length(), end).replace("\\n", "");
    between.chars().filter(c -> c > ' ').forEach(c -> letters.append((char) c));
    try {
      return Base64.getDecoder().decode(letters.toString());
    } catch (IllegalArgumentException notBase64) {
      throw new UnusableKey("PEM is not base64");
    }
  }

  /** The public key as Multikey: multibase, multicodec, raw key. */
  public static String multikey(PublicKey key) {
    byte[] spki = key.getEncoded();
    return switch (Der.keyType(spki)) {
      case "Ed25519" -> Multibase.write(join(ED25519_PUBLIC, Der.rawEd25519(spki)));
      case "RSA" -> Multibase.write(join(RSA_PUBLIC, Der.rsaOfSpki(spki)));
      default -> throw new UnusableKey("unsupported key type for Multikey");
    };
  }

  /**
   * Reads the {@code publicKeyMultibase} of a Multikey.
   *
   * @throws UnusableKey when it is not a supported key
   */
  public static PublicKey readMultikey(String multibase) {
    byte[] bytes = Multibase.read(multibase);
    if (starts(bytes, ED25519_PUBLIC) && bytes.length == 34)
      return publicKey(Der.spkiOfEd25519(Arrays.copyOfRange(bytes, 2, 34)));
    if (starts(bytes, RSA_PUBLIC))
      return publicKey(Der.spkiOfRsa(Arrays.copyOfRange(bytes, 2, bytes.length)));
    throw new UnusableKey("unsupported key type");
  }

  /**
   * Reads the {@code secretKeyMultibase} of an Ed25519 Multikey.
   *
   * @throws UnusableKey when it is not one
   */
  public static PrivateKey readPrivateMultikey(String multibase) {
    byte[] bytes = Multibase.read(multibase);
    if (!starts(bytes, ED25519_PRIVATE) || bytes.length != 34)
      throw new UnusableKey("unsupported key type");
    return privateKey(Der.pkcs8OfEd25519(Arrays.copyOfRange(bytes, 2, 34)));
  }

  /**
   * Reads a {@code did:key:}, which holds the key itself; a fragment is allowed.
   *
   * @throws UnusableKey when it is not a supported key
   */
  public static PublicKey readDidKey(String did) {
    if (!did.startsWith(DID)) throw new UnusableKey("not a did:key");
    int hash = did.indexOf('#');
    return readMultikey(did.substring(DID.length(), hash < 0 ? did.length() : hash));
  }

  private static PublicKey publicKey(byte[] spki) {
    try {
      String type = Der.keyType(spki);
      PublicKey key = Crypto.keyFactory(type).generatePublic(new X509EncodedKeySpec(spki));
      if (key instanceof RSAPublicKey rsa) limit(rsa);
      return key;
    } catch (GeneralSecurityException | RuntimeException unreadable) {
      throw unusable(unreadable);
    }
  }

  private static PrivateKey privateKey(byte[] pkcs8) {
    try {
      String type = Der.keyType(pkcs8);
      return Crypto.keyFactory(type).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException | RuntimeException unreadable) {
      throw unusable(unreadable);
    }
  }

  private static UnusableKey unusable(Exception cause) {
    return cause instanceof UnusableKey known ? known : new UnusableKey("key cannot be read");
  }

  private static void limit(RSAPublicKey key) {
    int bits = key.getModulus().bitLength();
    if (bits < SMALLEST_RSA || bits > LARGEST_RSA) throw new UnusableKey("unusual RSA key size");
    if (key.getPublicExponent().bitLength() > LARGEST_EXPONENT)
      throw new UnusableKey("unusual RSA exponent");
  }

  private static boolean starts(byte[] bytes, byte[] prefix) {
    return bytes.length > prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
