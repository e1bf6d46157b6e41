package social.parley.mastodon.streaming;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.HttpResponseException;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Access;
import social.parley.http.Handshake;
import social.parley.http.Limit;
import social.parley.http.RateLimits;
import social.parley.http.Sockets;
import social.parley.mastodon.Authorization;
import social.parley.mastodon.streaming.StreamNames.Asked;
import social.parley.streaming.Streams;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many streams over one WebSocket, or the one that the address names. */
final class StreamingSockets implements Sockets {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Authorization authorization;
  private final RateLimits limits;
  private final Streams streams;
  private final StreamNames names;

  StreamingSockets(
      Authorization authorization, RateLimits limits, Streams streams, StreamNames names) {
    this.authorization = authorization;
    this.limits = limits;
    this.streams = streams;
    this.names = names;
  }

  /** What is wrong with something said over a socket. */
  record Problem(String error, int status) {}

  @Override
  public boolean covers(String path) {
    return path.equals(StreamingApi.BASE) || path.startsWith(StreamingApi.BASE + "/");
  }

  @Override
  public Session.Listener open(Handshake handshake) {
    limits.address(handshake.client(), Limit.SOCKET_ADDRESS);
    Access access = authorization.user(secret(handshake));
    Socket socket = new Socket(streams, access, this::read);
    streams.open(socket);
    // Before the other side knows that it is open, so that it misses nothing from then on.
    Asked first = first(handshake);
    if (first != null) subscribe(socket, first);
    return socket;
  }

  private static @Nullable String secret(Handshake handshake) {
    String bearer = Authorization.bearer(handshake.authorization());
    if (bearer != null) return bearer;
    String given = handshake.query().get("access_token");
    if (given != null && !given.isEmpty()) return given;
    // Browsers can set no header but this one.
    return handshake.protocols().isEmpty() ? null : handshake.protocols().getFirst();
  }

  private static @Nullable Asked first(Handshake handshake) {
    String rest = handshake.path().substring(StreamingApi.BASE.length());
    String name = rest.replaceAll("^/+|/+$", "").replace('/', ':');
    if (name.isEmpty()) name = handshake.query().getOrDefault("stream", "");
    if (name.isEmpty()) return null;
    String tag = handshake.query().get("tag");
    return new Asked(name, tag, handshake.query().get("list"));
  }

  private void read(Socket socket, String message) {
    if (message.isBlank()) return;
    try {
      JsonNode said = JSON.readTree(message);
      String name = text(said, "stream");
      Asked asked = new Asked(name == null ? "" : name, text(said, "tag"), text(said, "list"));
      switch (said.path("type").asString("")) {
        case "subscribe" -> subscribe(socket, asked);
        case "unsubscribe" -> streams.unsubscribe(socket, names.channel(asked, socket.access()));
        default -> throw new BadRequestResponse("Unknown message type");
      }
    } catch (JacksonException notJson) {
      refuse(socket, new BadRequestResponse("The message is not JSON"));
    } catch (HttpResponseException no) {
      refuse(socket, no);
    }
  }

  private void subscribe(Socket socket, Asked asked) {
    try {
      streams.subscribe(socket, names.channel(asked, socket.access()), asked.words());
    } catch (HttpResponseException no) {
      refuse(socket, no);
    }
  }

  private static void refuse(Socket socket, HttpResponseException no) {
    String reason = String.valueOf(no.getMessage());
    socket.send(JSON.writeValueAsString(new Problem(reason, no.getStatus())));
  }

  private static @Nullable String text(JsonNode said, String key) {
    JsonNode value = said.path(key);
    return value.isMissingNode() || value.isNull() ? null : value.asString("");
  }
}
