package social.parley.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A keep-alive connection to a server here, as cheap as it can be made: it costs the same cores.
 */
final class Connection implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final List<String> cookies = new ArrayList<>();

  Connection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
  }

  /** The cookies that came with the last answer. */
  List<String> cookies() {
    return List.copyOf(cookies);
  }

  /** Sends a whole request and reads the whole answer. */
  Answer exchange(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    int status = Integer.parseInt(line(), 9, 12, 10);
    int length = 0;
    boolean chunked = false;
    cookies.clear();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:"))
        length = Integer.parseInt(header.substring(15).strip());
      if (header.startsWith("set-cookie:")) cookies.add(line.substring(11).strip());
      if (header.startsWith("transfer-encoding:")) chunked = header.contains("chunked");
    }
    return new Answer(status, chunked ? chunks() : in.readNBytes(length));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      all.write(in.readNBytes(size));
      line();
    }
    line();
    return all.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) throw new EOFException("the server closed the connection");
      if (next != '\r') line.append((char) next);
    }
    return line.toString();
  }

  static byte[] get(String authority, String path, String token) {
    return get(authority, path, token, "identity");
  }

  /** Asks for an answer that is compressed in this way. */
  static byte[] get(String authority, String path, String token, String encoding) {
    String head =
        """
        GET %s HTTP/1.1\r
        User-Agent: bench\r
        Host: %s\r
        Accept-Encoding: %s\r
        Authorization: Bearer %s\r
        \r
        """;
    return head.formatted(path, authority, encoding, token).getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] post(String authority, String path, String headers, byte[] body) {
    String head =
        "POST %s HTTP/1.1\r\nUser-Agent: bench\r\nHost: %s\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(path, authority, body.length, headers);
    byte[] bytes = head.getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[bytes.length + body.length];
    System.arraycopy(bytes, 0, request, 0, bytes.length);
    System.arraycopy(body, 0, request, bytes.length, body.length);
    return request;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
