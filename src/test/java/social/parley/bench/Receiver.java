package social.parley.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Every other server at once: an inbox that answers 202 to whatever comes. */
final class Receiver implements AutoCloseable {
  private static final byte[] ACCEPTED =
      "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket socket;
  private final AtomicInteger received = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();

  Receiver() {
    try {
      socket = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread.ofPlatform().daemon().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  int received() {
    return received.get();
  }

  int connections() {
    return connections.get();
  }

  private void accept() {
    while (!socket.isClosed())
      try {
        Socket peer = socket.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(peer));
      } catch (IOException closed) {
        return;
      }
  }

  private void serve(Socket peer) {
    try (peer) {
      peer.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(peer.getInputStream(), 4096);
      for (int length = head(in); length >= 0; length = head(in)) {
        in.skipNBytes(length);
        peer.getOutputStream().write(ACCEPTED);
        received.incrementAndGet();
      }
    } catch (IOException gone) {
      // The server closed the connection, as it may.
    }
  }

  /** Reads a request up to its body; gives the length of that, -1 at the end. */
  private static int head(InputStream in) throws IOException {
    int length = 0;
    boolean any = false;
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next != '\n') {
        if (next != '\r') line.append((char) next);
        continue;
      }
      if (line.isEmpty()) return any ? length : -1;
      any = true;
      String header = line.toString().toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:"))
        length = Integer.parseInt(header.substring(15).strip());
      line.setLength(0);
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
