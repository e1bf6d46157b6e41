package social.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.parley.core.Iri;
import social.parley.core.Scope;
import social.parley.signatures.HttpRequestParts;
import social.parley.signatures.RequestSignatures;

class HttpFetcherTest extends Fetching {
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
