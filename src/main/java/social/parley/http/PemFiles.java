package social.parley.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import social.parley.config.TlsFiles;

/** Reads a certificate chain and its key from PEM files, the key in any of its usual forms. */
final class PemFiles {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \\1-----");

  private PemFiles() {}

  static KeyStore keyStore(TlsFiles files) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    Certificate[] chain = chain(files.certificate());
    store.setKeyEntry("parley", key(files.key()), new char[0], chain);
    return store;
  }

  private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<Certificate> chain = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(file, StandardCharsets.US_ASCII));
    while (block.find())
      if (block.group(1).endsWith("CERTIFICATE"))
        chain.add(factory.generateCertificate(new ByteArrayInputStream(bytes(block))));
    if (chain.isEmpty()) throw new GeneralSecurityException("no certificate in " + file);
    return chain.toArray(Certificate[]::new);
  }

  static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
    Matcher block = BLOCK.matcher(Files.readString(file, StandardCharsets.US_ASCII));
    while (block.find()) {
      byte[] bytes = bytes(block);
      switch (block.group(1)) {
        case "PRIVATE KEY" -> {
          return read(PrivateKeyInfo.getInstance(bytes));
        }
        case "RSA PRIVATE KEY" -> {
          return read(
              new PrivateKeyInfo(
                  new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                  RSAPrivateKey.getInstance(bytes)));
        }
        case "EC PRIVATE KEY" -> {
          ECPrivateKey key = ECPrivateKey.getInstance(bytes);
          return read(
              new PrivateKeyInfo(
                  new AlgorithmIdentifier(
                      X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()),
                  key));
        }
        default -> {}
      }
    }
    throw new GeneralSecurityException("no private key without passphrase in " + file);
  }

  private static PrivateKey read(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
    String oid = info.getPrivateKeyAlgorithm().getAlgorithm().getId();
    String algorithm =
        switch (oid) {
          case "1.2.840.113549.1.1.1" -> "RSA";
          case "1.2.840.10045.2.1" -> "EC";
          default -> "EdDSA";
        };
    return KeyFactory.getInstance(algorithm)
        .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
  }

  private static byte[] bytes(Matcher block) throws GeneralSecurityException {
    try {
      return Base64.getMimeDecoder().decode(block.group(2));
    } catch (IllegalArgumentException notBase64) {
      throw new GeneralSecurityException("broken PEM", notBase64);
    }
  }
}
