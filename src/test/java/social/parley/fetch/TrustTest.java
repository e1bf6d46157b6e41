package social.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.config.AddressRange;
import social.parley.core.Iri;
import social.parley.core.TestClock;

class TrustTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final FetchOptions PLAIN = FetchOptions.plain("*/*");

  @TempDir static Path folder;
  private static HttpsServer server;
  private static Path authority;

  @BeforeAll
  static void start() throws Exception {
    Path store = folder.resolve("keys.p12");
    int done =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "peer",
                "-keyalg",
                "EC",
                "-dname",
                "CN=good.localhost",
                "-ext",
                "san=dns:good.localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .start()
            .waitFor();
    assertThat(done).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      keys.load(file, PASSWORD);
    }
    authority = folder.resolve("authority.pem");
    Files.writeString(authority, pem(keys.getCertificate("peer")));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          Peer.reply(exchange, 200, "{}");
          exchange.close();
        });
    server.createContext(
        "/down",
        exchange -> {
          Peer.redirect(exchange, "http://good.localhost:" + server.getAddress().getPort() + "/");
          exchange.close();
        });
    server.start();
  }

  private static String pem(Certificate certificate) throws Exception {
    return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
        .formatted(Base64.getMimeEncoder().encodeToString(certificate.getEncoded()));
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private static Fetched get(@Nullable Path trust, String host, String path) throws Exception {
    var allow = List.of(AddressRange.parse("127.0.0.0/8"));
    var settings = FetchSettings.of(allow, trust, "Parley/test");
    try (var fetcher = new HttpFetcher(settings, new SimpleMeterRegistry(), new TestClock())) {
      Iri url = new Iri("https://" + host + ":" + server.getAddress().getPort() + path);
      return fetcher.get(url, PLAIN);
    }
  }

  @Test
  void anExtraAuthorityIsBelieved() throws Exception {
    assertThat(get(authority, "good.localhost", "/")).isInstanceOf(Fetched.Document.class);
  }

  @Test
  void butNotForOtherNamesNorWithoutTheFile() throws Exception {
    assertThat(get(authority, "other.localhost", "/")).isInstanceOf(Fetched.Unreachable.class);
    assertThat(get(null, "good.localhost", "/")).isInstanceOf(Fetched.Unreachable.class);
  }

  @Test
  void aRedirectNeverLeavesTls() throws Exception {
    assertThat(get(authority, "good.localhost", "/down"))
        .isEqualTo(new Fetched.Blocked("redirect from https to http"));
  }
}
