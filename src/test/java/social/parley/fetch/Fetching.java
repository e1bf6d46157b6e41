package social.parley.fetch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import social.parley.config.AddressRange;
import social.parley.core.Iri;
import social.parley.core.TestClock;
import social.parley.signatures.Algorithm;
import social.parley.signatures.Keys;
import social.parley.signatures.SigningKey;
import social.parley.signatures.VerifyingKey;

/** A fetcher that reaches this machine, and peers that end with the test. */
@Timeout(60)
abstract class Fetching {
  static final Iri ADA = new Iri("https://one.example/ada");
  static final java.security.KeyPair PAIR = Keys.generateRsa();
  static final SigningKey KEY =
      new SigningKey(new Iri(ADA + "#main-key"), ADA, PAIR.getPrivate(), Algorithm.RSA);
  static final VerifyingKey OPEN = new VerifyingKey(KEY.keyId(), ADA, PAIR.getPublic());
  static final FetchOptions PLAIN = FetchOptions.plain("application/json");

  final TestClock clock = new TestClock();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final List<AutoCloseable> open = new ArrayList<>();
  final HttpFetcher fetcher = fetcher("127.0.0.0/8");

  HttpFetcher fetcher(String... allow) {
    List<AddressRange> ranges = List.of(allow).stream().map(AddressRange::parse).toList();
    FetchSettings settings =
        new FetchSettings(
            ranges,
            null,
            FetchSettings.userAgent("0.1", "https://one.example"),
            300,
            6,
            Duration.ofSeconds(20),
            Duration.ofSeconds(20));
    return keep(
        new HttpFetcher(
            settings,
            meters,
            clock,
            host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")}));
  }

  Peer peer(Peer.Answerer answerer) {
    return keep(new Peer(answerer));
  }

  <C extends AutoCloseable> C keep(C closeable) {
    open.add(closeable);
    return closeable;
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) each.close();
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
