package social.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.config.AddressRange;
import social.parley.core.Iri;
import social.parley.core.Scope;
import social.parley.core.TestClock;
import social.parley.signatures.Algorithm;
import social.parley.signatures.HttpRequestParts;
import social.parley.signatures.Keys;
import social.parley.signatures.RequestSignatures;
import social.parley.signatures.SigningKey;
import social.parley.signatures.VerifyingKey;

@Timeout(60)
class HttpFetcherTest {
  private static final Iri ADA = new Iri("https://one.example/ada");
  private static final java.security.KeyPair PAIR = Keys.generateRsa();
  private static final SigningKey KEY =
      new SigningKey(new Iri(ADA + "#main-key"), ADA, PAIR.getPrivate(), Algorithm.RSA);
  private static final VerifyingKey OPEN = new VerifyingKey(KEY.keyId(), ADA, PAIR.getPublic());
  private static final FetchOptions PLAIN = FetchOptions.plain("application/json");

  private final TestClock clock = new TestClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final HttpFetcher fetcher = fetcher("127.0.0.0/8");

  private HttpFetcher fetcher(String... allow) {
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

  private Peer peer(Peer.Answerer answerer) {
    return keep(new Peer(answerer));
  }

  private <C extends AutoCloseable> C keep(C closeable) {
    open.add(closeable);
    return closeable;
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) each.close();
  }

  @Test
  void getsADocument() {
    Peer peer = peer(exchange -> Peer.reply(exchange, 200, "{\"a\":1}"));
    var document = (Fetched.Document) fetcher.get(new Iri(peer.at("/x?y=ü") + "#z"), PLAIN);
    assertThat(document.text()).isEqualTo("{\"a\":1}");
    assertThat(document.finalUrl()).isEqualTo(peer.at("/x?y=ü"));
    assertThat(document.contentType()).isEqualTo("application/activity+json");
    HttpRequestParts request = peer.seen().getFirst();
    assertThat(request.header("user-agent")).isEqualTo("Parley/0.1 (+https://one.example)");
    assertThat(request.header("accept")).isEqualTo("application/json");
    assertThat(request.query()).isEqualTo("y=%C3%BC");
    assertThat(RequestSignatures.parse(request)).isEmpty();
    assertThat(meters.get("parley.fetch.requests").tag("outcome", "document").timer().count())
        .isEqualTo(1);
  }

  @Test
  void signsWhatItGets() {
    Peer peer = peer(exchange -> Peer.reply(exchange, 200, "{}"));
    fetcher.get(peer.at("/a?b=c"), FetchOptions.activity(KEY));
    HttpRequestParts request = peer.seen().getFirst();
    assertThat(
            RequestSignatures.parse(request).orElseThrow().verify(OPEN, clock.instant()).isValid())
        .isTrue();
    assertThat(request.header("accept")).isEqualTo(FetchOptions.ACTIVITY);
  }

  @Test
  void refusesPrivateAddressesUnlessAllowed() {
    Peer peer = peer(exchange -> Peer.reply(exchange, 200, "{}"));
    HttpFetcher strict = fetcher();
    for (String host : List.of("127.0.0.1", "localhost", "a.localhost", "two.example", "[::1]")) {
      Iri url = new Iri("http://" + host + ":" + peer.port() + "/");
      assertThat(strict.get(url, PLAIN)).isEqualTo(new Fetched.Blocked("address not allowed"));
      assertThat(strict.post(url, new byte[0], "text/plain", KEY, Map.of()))
          .isEqualTo(new Delivered.Refused(0, "address not allowed"));
      if (!host.startsWith("["))
        assertThat(fetcher.get(url, PLAIN)).as(host).isInstanceOf(Fetched.Document.class);
    }
    assertThat(peer.seen()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "404, Missing",
    "400, Missing",
    "401, Denied",
    "403, Denied",
    "451, Denied",
    "410, Gone",
    "429, Unreachable",
    "408, Unreachable",
    "500, Unreachable",
    "503, Unreachable",
    "501, Missing",
    "304, Missing",
    "200, Document",
    "206, Document"
  })
  void saysWhatAStatusMeansForADocument(int status, String kind) {
    Peer peer = peer(exchange -> Peer.reply(exchange, status, ""));
    assertThat(fetcher.get(peer.at("/"), PLAIN).getClass().getSimpleName()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "200, Ok",
    "202, Ok",
    "204, Ok",
    "410, Gone",
    "401, Stumbled",
    "408, Stumbled",
    "429, Later",
    "500, Stumbled",
    "502, Later",
    "503, Later",
    "501, Refused",
    "400, Refused",
    "403, Refused",
    "404, Refused",
    "406, Refused",
    "422, Refused",
    "301, Refused",
    "307, Refused"
  })
  void saysWhatAStatusMeansForADelivery(int status, String kind) {
    Peer peer = peer(exchange -> Peer.reply(exchange, status, ""));
    Delivered delivered = fetcher.post(peer.at("/inbox"), new byte[] {1}, "a/b", KEY, Map.of());
    assertThat(delivered.getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void deliversSignedWithTheHeadersGiven() {
    Peer peer = peer(exchange -> Peer.reply(exchange, 202, ""));
    byte[] body = "{\"type\":\"Like\"}".getBytes(StandardCharsets.UTF_8);
    Delivered delivered =
        fetcher.post(
            peer.at("/inbox"), body, "application/activity+json", KEY, Map.of("X-Extra", "1"));
    assertThat(delivered).isEqualTo(new Delivered.Ok(202));
    HttpRequestParts request = peer.seen().getFirst();
    assertThat(request.body()).isEqualTo(body);
    assertThat(request.header("x-extra")).isEqualTo("1");
    assertThat(request.header("content-type")).isEqualTo("application/activity+json");
    assertThat(
            RequestSignatures.parse(request).orElseThrow().verify(OPEN, clock.instant()).isValid())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "'Sun, 01 Mar 2026 12:05:00 GMT', 300",
    "9999999, 86400",
    "soon, ",
    "-5, ",
    "'Sun, 01 Mar 2026 11:00:00 GMT', "
  })
  void readsRetryAfter(String header, Long seconds) {
    Peer peer =
        peer(exchange -> {
          exchange.getResponseHeaders().set("Retry-After", header);
          Peer.reply(exchange, 503, "");
        });
    Duration wait = seconds == null ? null : Duration.ofSeconds(seconds);
    assertThat(fetcher.post(peer.at("/"), new byte[0], "a/b", KEY, Map.of()))
        .isEqualTo(new Delivered.Later(wait, "status 503"));
    assertThat(fetcher.get(peer.at("/"), PLAIN))
        .isEqualTo(new Fetched.Unreachable("status 503", wait));
  }

  @Test
  void aTalkativeReceiptIsAReceipt() {
    Peer peer = peer(HttpFetcherTest::endless);
    assertThat(fetcher.post(peer.at("/"), new byte[0], "a/b", KEY, Map.of()))
        .isEqualTo(new Delivered.Ok(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n",
        "nonsense",
        "HTTP/1.1 abc\r\n\r\n",
        "HTTP/1.1 200 OK\r\nbroken\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation:\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 99999 Odd\r\n\r\n",
        "SSH-2.0-OpenSSH_9\r\n"
      })
  void whatIsNotHttpIsNoDocument(String answer) throws IOException {
    ServerSocket server = keep(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")));
    Thread.ofVirtual().start(() -> answerAll(server, answer));
    Iri url = new Iri("http://127.0.0.1:" + server.getLocalPort() + "/");
    assertThat(fetcher.get(url, PLAIN))
        .isNotInstanceOf(Fetched.Document.class)
        .isInstanceOf(Unfetched.class);
    assertThat(fetcher.post(url, new byte[0], "a/b", KEY, Map.of()))
        .isInstanceOfAny(Delivered.Later.class, Delivered.Refused.class, Delivered.Ok.class);
  }

  private static void answerAll(ServerSocket server, String answer) {
    while (!server.isClosed())
      try (Socket socket = server.accept()) {
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        socket.shutdownOutput();
        socket.getInputStream().readNBytes(20);
      } catch (IOException closed) {
        // the next one, if there is one
      }
  }

  @Test
  void hostsWithUnderscoresAndIpv6AddressesWork() {
    Peer peer = peer(exchange -> Peer.reply(exchange, 200, "{}"));
    Iri odd = new Iri("http://a_b.example:" + peer.port() + "/");
    assertThat(fetcher.get(odd, PLAIN)).isInstanceOf(Fetched.Document.class);
    HttpFetcher other = fetcher("::1/128");
    assertThat(other.get(new Iri("http://[::1]:" + peer.port() + "/"), PLAIN))
        .isNotInstanceOf(Fetched.Blocked.class);
  }

  @Test
  void aRefusalQuotesThePeer() {
    Peer peer = peer(exchange -> Peer.reply(exchange, 422, "{\"error\":\n\"no\u0007 such\"}"));
    assertThat(fetcher.post(peer.at("/"), new byte[0], "a/b", KEY, Map.of()))
        .isEqualTo(new Delivered.Refused(422, "status 422: {\"error\": \"no such\"}"));
  }

  @Test
  void followsThreeRedirectsAndSignsEachHop() {
    Peer peer =
        peer(exchange -> {
          String path = exchange.getRequestURI().getPath();
          int number = Integer.parseInt(path.substring(1));
          if (number == 0) Peer.reply(exchange, 200, "{}");
          else Peer.redirect(exchange, "/" + (number - 1) + "#part");
        });
    var found = (Fetched.Document) fetcher.get(peer.at("/3"), FetchOptions.activity(KEY));
    assertThat(found.finalUrl()).isEqualTo(peer.at("/0"));
    assertThat(peer.seen()).hasSize(4);
    for (HttpRequestParts request : peer.seen())
      assertThat(
              RequestSignatures.parse(request)
                  .orElseThrow()
                  .verify(OPEN, clock.instant())
                  .isValid())
          .isTrue();
    assertThat(fetcher.get(peer.at("/4"), PLAIN))
        .isEqualTo(new Fetched.Blocked("too many redirects"));
  }

  @ParameterizedTest
  @CsvSource({
    "/b?c=[1]&d=%20#e, /b?c=[1]&d=%20",
    "b, /a/b",
    "../b, /b",
    "?x, /a/?x",
    "/ü|, /%C3%BC%7C"
  })
  void resolvesWhereARedirectPoints(String to, String path) {
    Peer peer =
        peer(exchange -> {
          if (exchange.getRequestURI().getPath().equals("/a/1")) Peer.redirect(exchange, to);
          else Peer.reply(exchange, 200, "{}");
        });
    var found = (Fetched.Document) fetcher.get(peer.at("/a/1"), PLAIN);
    assertThat(found.finalUrl()).isEqualTo(peer.at(path));
  }

  @Test
  void aRedirectInACircleEnds() {
    Peer peer = peer(exchange -> Peer.redirect(exchange, "/"));
    assertThat(fetcher.get(peer.at("/"), PLAIN))
        .isEqualTo(new Fetched.Blocked("too many redirects"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/", "http://169.254.169.254/latest", "http://[::1]/", "file:///etc/passwd",
        "http://0x7f.1/", "//10.0.0.1/", "http://user@two.example/", "http://two.example:25/",
        "mailto:a@b.example", "http://[/", "%zz://"
      })
  void aRedirectIsCheckedLikeAFirstAddress(String to) {
    Peer peer = peer(exchange -> Peer.redirect(exchange, to));
    assertThat(fetcher.get(peer.at("/"), PLAIN)).isInstanceOf(Fetched.Blocked.class);
  }

  @Test
  void aBodyIsReadUpToTheLimit(@TempDir Path folder) {
    Peer peer = peer(exchange -> Peer.reply(exchange, 200, "a/b", new byte[1000]));
    assertThat(fetcher.get(peer.at("/"), PLAIN.withMaxBytes(1000)))
        .isInstanceOf(Fetched.Document.class);
    assertThat(fetcher.get(peer.at("/"), PLAIN.withMaxBytes(999)))
        .isEqualTo(new Fetched.Blocked("answer too large"));
    Path file = folder.resolve("x");
    assertThat(fetcher.download(peer.at("/"), file, 999))
        .isEqualTo(new Fetched.Blocked("answer too large"));
    assertThat(file).doesNotExist();
    assertThat(fetcher.download(peer.at("/"), file, 1000))
        .isEqualTo(new Downloaded.Saved(peer.at("/"), "a/b", 1000));
    assertThat(file).hasSize(1000);
  }

  @Test
  void anEndlessBodyIsCutOff(@TempDir Path folder) {
    Peer peer = peer(HttpFetcherTest::endless);
    assertThat(fetcher.get(peer.at("/"), PLAIN)).isEqualTo(new Fetched.Blocked("answer too large"));
    Path file = folder.resolve("x");
    assertThat(fetcher.download(peer.at("/"), file, 5_000_000))
        .isEqualTo(new Fetched.Blocked("answer too large"));
    assertThat(file).doesNotExist();
    assertThat(fetcher.get(peer.at("/404"), PLAIN)).isEqualTo(new Fetched.Missing(404));
    assertThat(fetcher.download(peer.at("/404"), file, 10)).isEqualTo(new Fetched.Missing(404));
  }

  private static void endless(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/404") ? 404 : 200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      byte[] chunk = new byte[8192];
      while (true) out.write(chunk);
    }
  }

  @Test
  void gzipIsReadAndABombIsNot() {
    Peer peer =
        peer(exchange -> {
          boolean bomb = exchange.getRequestURI().getPath().equals("/bomb");
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          Peer.reply(exchange, 200, "a/b", gzip(bomb ? 200_000_000 : 1000));
        });
    var small = (Fetched.Document) fetcher.get(peer.at("/"), PLAIN);
    assertThat(small.body()).hasSize(1000);
    assertThat(fetcher.get(peer.at("/bomb"), PLAIN))
        .isEqualTo(new Fetched.Blocked("answer too large"));
  }

  private static byte[] gzip(int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      byte[] chunk = new byte[1000];
      for (int i = 0; i < size / 1000; i++) gzip.write(chunk);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "zstd"})
  void encodingsThatCannotBeReadAreRefused(String encoding) {
    Peer peer =
        peer(exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", encoding);
          Peer.reply(exchange, 200, "no such thing");
        });
    assertThat(fetcher.get(peer.at("/"), PLAIN)).isInstanceOf(Fetched.Blocked.class);
  }

  @Test
  void aDribblingBodyEndsAtTheDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    Peer peer =
        peer(exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(new byte[10]);
          exchange.getResponseBody().flush();
          await(never);
        });
    assertThat(fetcher.get(peer.at("/"), PLAIN.withDeadline(Duration.ofMillis(200))))
        .isEqualTo(new Fetched.Unreachable("timeout", null));
    never.countDown();
  }

  @Test
  void aSilentPeerEndsAtTheDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    Peer peer = peer(exchange -> await(never));
    assertThat(fetcher.get(peer.at("/"), PLAIN.withDeadline(Duration.ofMillis(200))))
        .isEqualTo(new Fetched.Unreachable("timeout", null));
    never.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anAbsentPeerIsUnreachable() {
    Peer gone = peer(exchange -> {});
    Iri url = gone.at("/");
    gone.close();
    assertThat(fetcher.get(url, PLAIN)).isInstanceOf(Fetched.Unreachable.class);
    assertThat(fetcher.post(url, new byte[0], "a/b", KEY, Map.of()))
        .isInstanceOf(Delivered.Later.class);
  }

  @Test
  void throwsInsideAWriteTransaction() {
    assertThatThrownBy(() ->
            ScopedValue.where(Scope.WRITING, true)
                .run(() -> fetcher.get(new Iri("https://two.example/"), PLAIN)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void manyHostsAreServedAtOnceAndOneSlowHostHoldsNobodyUp() throws Exception {
    CountDownLatch everybody = new CountDownLatch(200);
    CountDownLatch never = new CountDownLatch(1);
    Peer peer =
        peer(exchange -> {
          String host = exchange.getRequestHeaders().getFirst("Host");
          if (host.startsWith("slow.")) {
            await(never);
            return;
          }
          everybody.countDown();
          await(everybody);
          Peer.reply(exchange, 202, "");
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Delivered>> slow = new ArrayList<>();
      for (int i = 0; i < 40; i++) slow.add(threads.submit(() -> deliver("slow.example", peer)));
      List<Future<Delivered>> quick = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String host = "h" + i + ".example";
        quick.add(threads.submit(() -> deliver(host, peer)));
      }
      for (Future<Delivered> each : quick) assertThat(each.get()).isEqualTo(new Delivered.Ok(202));
      never.countDown();
      for (Future<Delivered> each : slow)
        assertThat(each.get()).isInstanceOf(Delivered.Later.class);
    }
  }

  private Delivered deliver(String host, Peer peer) {
    Iri inbox = new Iri("http://" + host + ":" + peer.port() + "/inbox");
    return fetcher.post(inbox, new byte[] {1}, "a/b", KEY, Map.of());
  }

  @Test
  void downloadsIntoAFileOnlyOnSuccess(@TempDir Path folder) throws IOException {
    Peer peer = peer(exchange -> Peer.reply(exchange, 404, "nothing here"));
    Path file = folder.resolve("x");
    assertThat(fetcher.download(peer.at("/"), file, 100)).isEqualTo(new Fetched.Missing(404));
    assertThat(Files.list(folder)).isEmpty();
  }
}
