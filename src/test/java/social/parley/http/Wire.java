package social.parley.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Speaks HTTP byte by byte, so that a test can send what no client library would. */
final class Wire {
  private final int port;

  Wire(HttpServer server) {
    this.port = server.port();
  }

  record Answer(int status, Map<String, String> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  Answer get(String path, String... headers) throws IOException {
    return send("GET", path, new byte[0], headers);
  }

  Answer send(String method, String path, byte[] body, String... headers) throws IOException {
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    if (List.of(headers).stream().noneMatch(header -> header.startsWith("Host:")))
      head.append("Host: localhost\r\n");
    for (String header : headers) head.append(header).append("\r\n");
    if (body.length > 0) head.append("Content-Length: ").append(body.length).append("\r\n");
    return raw(head + "Connection: close\r\n\r\n", body);
  }

  Answer raw(String head, byte[] body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      return read(socket.getInputStream());
    }
  }

  static Answer read(InputStream in) throws IOException {
    byte[] all = in.readAllBytes();
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    String[] lines = text.substring(0, end).split("\r\n");
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
      headers.merge(name, lines[i].substring(colon + 1).strip(), (a, b) -> a + ", " + b);
    }
    byte[] body = java.util.Arrays.copyOfRange(all, end + 4, all.length);
    if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) body = dechunk(body);
    return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, body);
  }

  private static byte[] dechunk(byte[] chunked) {
    String text = new String(chunked, StandardCharsets.ISO_8859_1);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (true) {
      int line = text.indexOf("\r\n", at);
      int size = Integer.parseInt(text.substring(at, line), 16);
      if (size == 0) return out.toString().getBytes(StandardCharsets.ISO_8859_1);
      out.append(text, line + 2, line + 2 + size);
      at = line + 4 + size;
    }
  }
}
