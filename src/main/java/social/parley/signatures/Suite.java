package social.parley.signatures;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.jspecify.annotations.Nullable;

/** The signature algorithms that are understood, by their names in the registry of RFC 9421. */
enum Suite {
  RSA_SHA256("rsa-v1_5-sha256", "RSA", "SHA256withRSA", null),
  /** Not registered; older Friendica and GoToSocial offer it in draft signatures. */
  RSA_SHA512("rsa-sha512", "RSA", "SHA512withRSA", null),
  RSA_PSS_SHA512(
      "rsa-pss-sha512",
      "RSA",
      "RSASSA-PSS",
      new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1)),
  ECDSA_P256_SHA256("ecdsa-p256-sha256", "EC", "SHA256withECDSAinP1363Format", null),
  ED25519("ed25519", "EdDSA", "Ed25519", null);

  private final String registered;
  private final String keyType;
  private final String jca;
  private final @Nullable PSSParameterSpec parameters;

  Suite(String registered, String keyType, String jca, @Nullable PSSParameterSpec parameters) {
    this.registered = registered;
    this.keyType = keyType;
    this.jca = jca;
    this.parameters = parameters;
  }

  String registered() {
    return registered;
  }

  /** The suite of that name, or null. */
  static @Nullable Suite named(String name) {
    for (Suite suite : values()) if (suite.registered.equals(name)) return suite;
    return null;
  }

  static Suite of(Algorithm algorithm) {
    return switch (algorithm) {
      case RSA -> RSA_SHA256;
      case ED25519 -> ED25519;
    };
  }

  boolean fits(Key key) {
    return key.getAlgorithm().equals(keyType)
        || (this == ED25519 && key.getAlgorithm().equals("Ed25519"));
  }

  boolean verify(PublicKey key, byte[] signed, byte[] signature) {
    try {
      Signature check = Crypto.signature(jca);
      if (parameters != null) check.setParameter(parameters);
      check.initVerify(key);
      check.update(signed);
      return check.verify(signature);
    } catch (GeneralSecurityException wrongShape) {
      return false;
    }
  }

  byte[] sign(PrivateKey key, byte[] bytes) {
    try {
      Signature sign = Crypto.signature(jca);
      if (parameters != null) sign.setParameter(parameters);
      sign.initSign(key);
      sign.update(bytes);
      return sign.sign();
    } catch (GeneralSecurityException ourKeyIsBroken) {
      throw new IllegalStateException("cannot sign with " + jca, ourKeyIsBroken);
    }
  }
}
