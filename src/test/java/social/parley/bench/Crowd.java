package social.parley.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Thousands of WebSockets in one thread, from many loopback addresses so that ports suffice. They
 * answer pings and note when which message has come.
 */
final class Crowd implements AutoCloseable {
  private static final int AT_ONCE = 200;
  private static final int ADDRESSES = 50;
  private static final int LONGEST = 64 * 1024;

  private final int port;
  private final String authority;
  private final Selector selector = Selector.open();
  private final ByteBuffer read = ByteBuffer.allocateDirect(LONGEST);
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> wanted = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::run, "crowd");
  private volatile boolean stopping;
  private int made;

  /** A message that has come, in its first bytes, and when. */
  record Arrival(String start, long at) {}

  private static final class Ear {
    final String path;
    boolean upgraded;
    byte[] rest = new byte[0];

    Ear(String path) {
      this.path = path;
    }
  }

  Crowd(int port, String authority) throws IOException {
    this.port = port;
    this.authority = authority;
    thread.setDaemon(true);
    thread.start();
  }

  /** Opens sockets at these paths, some at a time, and waits until all are open. */
  void open(List<String> paths) throws InterruptedException {
    int before = open.get();
    for (int i = 0; i < paths.size(); i++) {
      while (before + i - open.get() > AT_ONCE) Thread.sleep(1);
      wanted.add(paths.get(i));
      selector.wakeup();
    }
    long end = System.nanoTime() + 120_000_000_000L;
    while (open.get() < before + paths.size() && System.nanoTime() < end) Thread.sleep(10);
    if (open.get() < before + paths.size())
      throw new IllegalStateException("only " + open.get() + " sockets are open");
  }

  int closed() {
    return closed.get();
  }

  ConcurrentLinkedQueue<Arrival> arrivals() {
    return arrivals;
  }

  private void run() {
    try {
      while (!stopping) {
        selector.select(100);
        for (String path = wanted.poll(); path != null; path = wanted.poll()) connect(path);
        for (SelectionKey key : selector.selectedKeys()) serve(key);
        selector.selectedKeys().clear();
      }
    } catch (IOException failed) {
      failed.printStackTrace();
    }
  }

  private void connect(String path) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.bind(
        new InetSocketAddress(InetAddress.ofLiteral("127.0.0." + (2 + made++ % ADDRESSES)), 0));
    channel.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    channel.register(selector, SelectionKey.OP_CONNECT, new Ear(path));
  }

  private void serve(SelectionKey key) {
    SocketChannel channel = (SocketChannel) key.channel();
    Ear ear = (Ear) key.attachment();
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        channel.write(ByteBuffer.wrap(handshake(ear.path)));
      } else take(channel, ear);
    } catch (IOException broken) {
      key.cancel();
      closed.incrementAndGet();
    }
  }

  private byte[] handshake(String path) {
    return ("GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
        .formatted(path, authority)
        .getBytes(US_ASCII);
  }

  private void take(SocketChannel channel, Ear ear) throws IOException {
    read.clear().put(ear.rest);
    int count = channel.read(read);
    long now = System.nanoTime();
    if (count < 0) throw new IOException("closed");
    read.flip();
    if (!ear.upgraded && !upgraded(ear)) return;
    while (frame(channel, now)) {}
    ear.rest = new byte[read.remaining()];
    read.get(ear.rest);
  }

  private boolean upgraded(Ear ear) throws IOException {
    String head = US_ASCII.decode(read.duplicate()).toString();
    int end = head.indexOf("\r\n\r\n");
    if (end < 0) {
      ear.rest = head.getBytes(US_ASCII);
      return false;
    }
    if (!head.startsWith("HTTP/1.1 101")) throw new IOException(head);
    read.position(end + 4);
    ear.upgraded = true;
    open.incrementAndGet();
    return true;
  }

  /** Takes one whole frame; false when there is none. */
  private boolean frame(SocketChannel channel, long now) throws IOException {
    read.mark();
    if (read.remaining() < 2) return false;
    int kind = read.get() & 15;
    int length = read.get() & 127;
    if (length == 126) {
      if (read.remaining() < 2) return again();
      length = read.getShort() & 0xffff;
    }
    if (read.remaining() < length) return again();
    byte[] start = new byte[Math.min(length, 200)];
    read.get(start);
    read.position(read.position() + length - start.length);
    if (kind == 1) arrivals.add(new Arrival(new String(start, UTF_8), now));
    if (kind == 9)
      channel.write(ByteBuffer.wrap(new byte[] {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0}));
    if (kind == 8) throw new IOException("closed");
    return true;
  }

  private boolean again() {
    read.reset();
    return false;
  }

  @Override
  public void close() throws IOException {
    stopping = true;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    for (SelectionKey key : selector.keys()) key.channel().close();
    selector.close();
  }
}
