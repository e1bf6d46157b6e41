package social.parley;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.accounts.Account;
import social.parley.accounts.NewAccount;
import social.parley.accounts.Role;
import social.parley.accounts.Scopes;
import social.parley.storage.Announcement;
import social.parley.streaming.Message;
import social.parley.streaming.Streams;

/** Whoever does not read is left behind, and nobody else notices. */
class SlowReaderTest {
  private static final int LENGTH = 400_000;
  private static final int TIMES = 60;

  /** Something long. */
  private record Lengthy() implements Announcement {}

  @Test
  void oneThatDoesNotReadIsClosedAndOthersHearAll(@TempDir Path data) throws Exception {
    try (Village village = Village.onSqlite(data)) {
      village.server.listen();
      Account account =
          village
              .features()
              .people()
              .accounts()
              .create(new NewAccount("ada", "ada@example.org", "long enough", Role.USER));
      Streams streams = village.features().live().streams();
      streams.attach((what, to) -> {
        if (what instanceof Lengthy)
          to.forEach(
              one -> one.connection().send(new Message(one.words(), "long", "x".repeat(LENGTH))));
      });
      try (Socket slow = open(village, account);
          Socket fast = open(village, account)) {
        CompletableFuture<Long> heard =
            CompletableFuture.supplyAsync(() -> read(fast, (long) LENGTH * TIMES));
        for (int i = 0; i < TIMES; i++) {
          streams.toPerson(account.actor(), new Lengthy());
          streams.settle();
          // No faster than the other one reads.
          long sofar = (long) LENGTH * Math.max(0, i - 1);
          while (received < sofar && !heard.isDone()) Thread.onSpinWait();
        }
        assertThat(heard.get()).isGreaterThanOrEqualTo((long) LENGTH * TIMES);
        assertThat(read(slow, Long.MAX_VALUE)).isLessThan((long) LENGTH * TIMES);
      } finally {
        village.server.close();
      }
    }
  }

  private volatile long received;

  /** Reads so many bytes, or until there are no more. */
  private long read(Socket socket, long most) {
    byte[] buffer = new byte[65_536];
    long total = 0;
    try {
      InputStream in = socket.getInputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        total += count;
        if (most < Long.MAX_VALUE) received = total;
        if (total >= most) break;
      }
    } catch (IOException cut) {
      // That is how one is left behind.
    }
    return total;
  }

  private static Socket open(Village village, Account account) throws IOException {
    var people = village.features().people();
    String token =
        people
            .tokens()
            .issue(people.applications().commandLine(), account.id(), new Scopes(List.of("read")))
            .secret();
    Socket socket = new Socket();
    socket.setReceiveBufferSize(8192);
    socket.setSoTimeout(10_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), village.server.port()));
    String request =
        """
        GET /api/v1/streaming?stream=user HTTP/1.1\r
        Host: village.test\r
        Authorization: Bearer %s\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Sec-WebSocket-Version: 13\r
        \r
        """
            .formatted(token);
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) head.append((char) in.read());
    assertThat(head.toString()).startsWith("HTTP/1.1 101");
    return socket;
  }
}
