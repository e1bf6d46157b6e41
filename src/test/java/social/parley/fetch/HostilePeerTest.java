package social.parley.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.parley.core.Iri;

/** Peers that send too much, too slowly, or what is no HTTP. */
class HostilePeerTest extends Fetching {
  @Test
  void aTalkativeReceiptIsAReceipt() {
    Peer peer = peer(HostilePeerTest::endless);
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
    Peer peer = peer(HostilePeerTest::endless);
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
}
