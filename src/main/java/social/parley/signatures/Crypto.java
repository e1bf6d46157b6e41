package social.parley.signatures;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the algorithms come from: the Amazon Corretto Crypto Provider where its native part loads
 * (four times the JDK's RSA, twenty times its Ed25519), else the JDK. The provider is named on each
 * call and never installed for the whole process.
 */
final class Crypto {
  private static final Logger log = LoggerFactory.getLogger(Crypto.class);
  private static final @Nullable Provider NATIVE = loadNative();

  private Crypto() {}

  private static @Nullable Provider loadNative() {
    try {
      AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
      provider.assertHealthy();
      return provider;
    } catch (RuntimeException | LinkageError notHere) {
      log.info("native crypto not available, using the JDK's: {}", notHere.toString());
      return null;
    }
  }

  private static boolean has(String type, String algorithm) {
    return NATIVE != null && NATIVE.getService(type, algorithm) != null;
  }

  static Signature signature(String algorithm) throws NoSuchAlgorithmException {
    return has("Signature", algorithm) && NATIVE != null
        ? Signature.getInstance(algorithm, NATIVE)
        : Signature.getInstance(algorithm);
  }

  // The native provider signs with the JDK's Ed25519 keys, but has no factory for them.
  static KeyFactory keyFactory(String algorithm) throws NoSuchAlgorithmException {
    return has("KeyFactory", algorithm) && NATIVE != null
        ? KeyFactory.getInstance(algorithm, NATIVE)
        : KeyFactory.getInstance(algorithm);
  }

  static KeyPairGenerator generator(String algorithm) throws NoSuchAlgorithmException {
    return has("KeyFactory", algorithm) && NATIVE != null
        ? KeyPairGenerator.getInstance(algorithm, NATIVE)
        : KeyPairGenerator.getInstance(algorithm);
  }

  static byte[] sha256(byte[] bytes) {
    return digest("SHA-256", bytes);
  }

  static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
