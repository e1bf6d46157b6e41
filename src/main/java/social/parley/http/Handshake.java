package social.parley.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for a WebSocket: where, with which query, and the headers that may say who asks. */
public record Handshake(
    String path,
    Map<String, String> query,
    @Nullable String authorization,
    List<String> protocols,
    ClientAddress client) {
  public Handshake {
    query = Map.copyOf(query);
    protocols = List.copyOf(protocols);
  }
}
