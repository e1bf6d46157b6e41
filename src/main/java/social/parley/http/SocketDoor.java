package social.parley.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;
import social.parley.core.Refused;
import tools.jackson.databind.json.JsonMapper;

/** Where WebSockets come in: beside the routes, since each of thousands must cost very little. */
final class SocketDoor {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration IDLE = Duration.ofMinutes(2);
  private static final int BUFFER = 1024;
  private static final int LONGEST_MESSAGE = 16 * 1024;

  private final List<Sockets> all;
  private @Nullable ServerWebSocketContainer container;

  SocketDoor(List<Sockets> all) {
    this.all = List.copyOf(all);
  }

  void openIn(Server server) {
    ServerWebSocketContainer made = ServerWebSocketContainer.ensure(server);
    made.setIdleTimeout(IDLE);
    made.setInputBufferSize(BUFFER);
    made.setOutputBufferSize(BUFFER);
    made.setMaxTextMessageSize(LONGEST_MESSAGE);
    made.setMaxBinaryMessageSize(LONGEST_MESSAGE);
    container = made;
  }

  /** Who answers, when a socket is asked for. */
  Optional<Sockets> of(Request request, String path) {
    HttpField upgrade = request.getHeaders().getField(HttpHeader.UPGRADE);
    if (upgrade == null || !upgrade.contains("websocket")) return Optional.empty();
    return all.stream().filter(some -> some.covers(path)).findFirst();
  }

  boolean answer(Sockets some, Request request, Response response, Callback callback) {
    Handshake handshake = read(request);
    Session.Listener end;
    try {
      end = some.open(handshake);
    } catch (Refused no) {
      return refuse(response, callback, Failures.status(no), no.reason());
    }
    ServerWebSocketContainer there = container;
    boolean upgraded =
        there != null
            && there.upgrade(
                (_, answer, _) -> {
                  // A compressor for each of thousands of sockets would cost more than it saves.
                  answer.setExtensions(List.of());
                  if (!handshake.protocols().isEmpty())
                    answer.setAcceptedSubProtocol(handshake.protocols().getFirst());
                  return end;
                },
                request,
                response,
                callback);
    if (upgraded) return true;
    end.onWebSocketError(new IllegalStateException("no upgrade"));
    return refuse(response, callback, 400, "This is no request for a WebSocket");
  }

  private static Handshake read(Request request) {
    Map<String, String> query = new HashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request))
      query.put(field.getName(), field.getValue());
    return new Handshake(
        Request.getPathInContext(request),
        query,
        request.getHeaders().get(HttpHeader.AUTHORIZATION),
        request.getHeaders().getCSV(HttpHeader.SEC_WEBSOCKET_SUBPROTOCOL, false),
        (ClientAddress) request.getAttribute(ClientAddress.ATTRIBUTE));
  }

  private static boolean refuse(Response response, Callback callback, int status, String reason) {
    response.setStatus(status);
    response.getHeaders().put("X-Error-Message", reason);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    Content.Sink.write(response, true, JSON.writeValueAsString(Map.of("error", reason)), callback);
    return true;
  }
}
