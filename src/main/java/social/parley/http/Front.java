package social.parley.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.config.Settings;
import social.parley.core.Scope;

/** What every request passes before it is routed. */
final class Front extends Handler.Wrapper {
  static final String ROUTE = "parley.route";

  /** The longest body, in bytes, that is read to its end only to be refused. */
  private static final long MOST_DISCARDED = 64L << 20;

  private static final Logger log = LoggerFactory.getLogger(Front.class);

  private final Settings settings;
  private final MeterRegistry meters;
  private final RequestIds ids;
  private final SecurityHeaders security;
  private final HostGuard hosts;
  private final BodyLimit bodies;
  private final AddressRule rule;
  private final SocketDoor sockets;
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  Front(
      Settings settings,
      MeterRegistry meters,
      RandomGenerator random,
      BodyLimit bodies,
      AddressRule rule,
      SocketDoor sockets) {
    this.settings = settings;
    this.meters = meters;
    this.ids = new RequestIds(random);
    this.bodies = bodies;
    this.rule = rule;
    this.sockets = sockets;
    this.security = new SecurityHeaders(settings);
    this.hosts = new HostGuard(settings);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String id = ids.next();
    request.setAttribute(RequestId.ATTRIBUTE, id);
    ClientAddress client = client(request);
    request.setAttribute(ClientAddress.ATTRIBUTE, client);
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("X-Request-Id", id);
    security.writeTo(headers);
    Request.addCompletionListener(request, _ -> finished(request, response, id));
    return ScopedValue.where(Scope.REQUEST, id)
        .call(() -> admit(client, request, response, callback));
  }

  private boolean admit(ClientAddress client, Request request, Response response, Callback callback)
      throws Exception {
    String path = Request.getPathInContext(request);
    if (!path.equals(HttpServer.HEALTH) && !rule.admits(client.address()))
      return refuse(response, callback, 403, "This server does not answer you.");
    HttpFields.Mutable headers = response.getHeaders();
    if (!path.equals(HttpServer.HEALTH) && !hosts.knows(request.getHttpURI().getHost()))
      return refuse(response, callback, 421, "This server does not answer to that name.");
    boolean open = Cors.open(request, path);
    if (open) Cors.writeTo(headers);
    if (HttpMethod.OPTIONS.is(request.getMethod())) {
      if (open) Cors.preflight(request, headers);
      headers.put(HttpHeader.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
      response.setStatus(204);
      callback.succeeded();
      return true;
    }
    Sockets some = sockets.of(request, path).orElse(null);
    if (some != null) return sockets.answer(some, request, response, callback);
    long most = bodies.of(request, path);
    if (request.getLength() > most) return refuseBody(request, response, callback);
    // Jetty leaves the body of an answer to HEAD out by itself.
    boolean head = HttpMethod.HEAD.is(request.getMethod());
    String method = head ? HttpMethod.GET.asString() : request.getMethod();
    return super.handle(new BodyLimit.Limited(request, method, most), response, callback);
  }

  /** Answers at once and reads the rest: who is still sending would see a broken connection. */
  private static boolean refuseBody(Request request, Response response, Callback callback) {
    boolean read = request.getLength() <= MOST_DISCARDED;
    Callback then =
        read
            ? Callback.from(() -> Content.Source.consumeAll(request, callback), callback::failed)
            : callback;
    return refuse(response, then, 413, "The body is too large.");
  }

  private static boolean refuse(Response response, Callback callback, int status, String reason) {
    response.setStatus(status);
    say(response, reason, callback);
    return true;
  }

  /** An answer without a page, as programs and people can both read it. */
  static void say(Response response, String reason, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    Content.Sink.write(response, true, "{\"error\":\"" + reason + "\"}\n", callback);
  }

  private ClientAddress client(Request request) {
    SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
    InetAddress peer =
        remote instanceof InetSocketAddress inet && inet.getAddress() != null
            ? inet.getAddress()
            : InetAddress.getLoopbackAddress();
    return ClientAddress.resolve(
        peer,
        request.isSecure(),
        request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR),
        request.getHeaders().get(HttpHeader.X_FORWARDED_PROTO),
        settings.trustedProxies());
  }

  private void finished(Request request, Response response, String id) {
    long nanos = System.nanoTime() - request.getBeginNanoTime();
    Object route = request.getAttribute(ROUTE);
    String path = route instanceof String known ? known : "none";
    timer(request.getMethod(), path, response.getStatus()).record(nanos, TimeUnit.NANOSECONDS);
    if (log.isDebugEnabled())
      log.debug(
          "request={} method={} path={} status={} ms={}",
          id,
          request.getMethod(),
          Request.getPathInContext(request),
          response.getStatus(),
          nanos / 1_000_000);
  }

  private Timer timer(String method, String route, int status) {
    String known = HttpMethod.fromString(method) == null ? "other" : method;
    String outcome = status / 100 + "xx";
    return timers.computeIfAbsent(
        known + " " + route + " " + outcome,
        _ ->
            Timer.builder("parley.http.requests")
                .description("Requests by route and outcome")
                .tag("method", known)
                .tag("route", route)
                .tag("status", outcome)
                .register(meters));
  }
}
