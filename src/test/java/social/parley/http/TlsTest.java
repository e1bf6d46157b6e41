package social.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.config.TlsFiles;

class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  @TempDir Path folder;

  private KeyStore generate(String algorithm, String name) throws Exception {
    Path store = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                algorithm,
                "-alias",
                "own",
                algorithm.equals("EC") ? "-groupname" : "-v",
                algorithm.equals("EC") ? "secp384r1" : "-v",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:localhost",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(output).isZero();
    return KeyStore.getInstance(store.toFile(), PASSWORD);
  }

  private static String pem(String type, byte[] bytes) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
  }

  private TlsFiles write(KeyStore store, Instant modified) throws Exception {
    TlsFiles files = new TlsFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
    Files.writeString(
        files.certificate(), pem("CERTIFICATE", store.getCertificate("own").getEncoded()));
    Key key = store.getKey("own", PASSWORD);
    Files.writeString(files.key(), pem("PRIVATE KEY", key.getEncoded()));
    Files.setLastModifiedTime(files.certificate(), FileTime.from(modified));
    return files;
  }

  @Test
  void keysAreReadInAllTheirForms() throws Exception {
    for (String algorithm : new String[] {"RSA", "EC", "Ed25519"}) {
      PrivateKey key = (PrivateKey) generate(algorithm, "key-" + algorithm).getKey("own", PASSWORD);
      assertThat(read(pem("PRIVATE KEY", key.getEncoded()))).isEqualTo(key);
      if (algorithm.equals("Ed25519")) continue;
      PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
      byte[] inner = info.parsePrivateKey().toASN1Primitive().getEncoded();
      if (algorithm.equals("RSA")) assertThat(read(pem("RSA PRIVATE KEY", inner))).isEqualTo(key);
    }
  }

  @Test
  void anEcKeyOfOpensslIsRead() throws Exception {
    // RFC 5915 names the curve inside the key, and openssl writes it a second time in front.
    KeyStore store = generate("EC", "curve");
    PrivateKey key = (PrivateKey) store.getKey("own", PASSWORD);
    PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
    ASN1Encodable curve = info.getPrivateKeyAlgorithm().getParameters();
    BigInteger secret = ECPrivateKey.getInstance(info.parsePrivateKey()).getKey();
    ECPrivateKey named = new ECPrivateKey(384, secret, curve);
    byte[] parameters = curve.toASN1Primitive().getEncoded();
    String text = pem("EC PARAMETERS", parameters) + pem("EC PRIVATE KEY", named.getEncoded());
    assertThat(read(text)).isInstanceOf(java.security.interfaces.ECPrivateKey.class);
    assertThat(((java.security.interfaces.ECPrivateKey) read(text)).getS()).isEqualTo(secret);
  }

  private PrivateKey read(String pem) throws IOException, GeneralSecurityException {
    return PemFiles.key(Files.writeString(folder.resolve("any.pem"), pem));
  }

  @Test
  void httpsIsServedAndKnowsThatItIs() throws Exception {
    KeyStore store = generate("EC", "first");
    TlsFiles files = write(store, Instant.parse("2026-01-01T00:00:00Z"));
    HttpServer server =
        Servers.start(
            Servers.settings(
                "PARLEY_URL", "https://localhost",
                "PARLEY_TLS_CERT", files.certificate().toString(),
                "PARLEY_TLS_KEY", files.key().toString()),
            routes -> routes.get("/", ctx -> ctx.result("" + ClientAddress.of(ctx).https())));
    try (server;
        SSLSocket socket =
            (SSLSocket)
                trusting(store)
                    .getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(Wire.read(socket.getInputStream()).text()).isEqualTo("true");
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
    }
  }

  private static SSLContext trusting(KeyStore store) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("peer", store.getCertificate("own"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void changedFilesAreTakenOnAndBrokenOnesAreNot() throws Exception {
    KeyStore first = generate("EC", "first");
    TlsFiles files = write(first, Instant.parse("2026-01-01T00:00:00Z"));
    ScheduledExecutorScheduler scheduler = new ScheduledExecutorScheduler();
    Certificates certificates = new Certificates(files, scheduler);
    certificates.tls().start();
    assertThat(subject(certificates)).isEqualTo("CN=first");
    write(generate("RSA", "second"), Instant.parse("2026-01-02T00:00:00Z"));
    certificates.reloadIfChanged();
    assertThat(subject(certificates)).isEqualTo("CN=second");
    Files.writeString(files.certificate(), "garbage");
    Files.setLastModifiedTime(
        files.certificate(), FileTime.from(Instant.parse("2026-01-03T00:00:00Z")));
    certificates.reloadIfChanged();
    assertThat(subject(certificates)).isEqualTo("CN=second");
    certificates.tls().stop();
  }

  private static String subject(Certificates certificates) throws GeneralSecurityException {
    Certificate certificate = certificates.tls().getKeyStore().getCertificate("parley");
    return ((X509Certificate) certificate).getSubjectX500Principal().getName();
  }
}
