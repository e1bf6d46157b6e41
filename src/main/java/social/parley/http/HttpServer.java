package social.parley.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import social.parley.config.AddressRange;
import social.parley.config.Settings;
import social.parley.core.Refused;
import social.parley.metrics.Metrics;

/** The HTTP server of all surfaces; requests run on virtual threads. */
public final class HttpServer implements AutoCloseable {
  /** Longest body that is not an upload, in bytes. */
  public static final int BODY_LIMIT = 1 << 20;

  /** Answers 200 whenever the server runs, whatever name it was asked by. */
  public static final String HEALTH = "/health";

  /** A page of posts shrinks to a sixth in 0.7 ms; level 6 makes it an eighth, in 1.8 ms. */
  static final int GZIP_LEVEL = 2;

  private static final int KEPT_IN_MEMORY = 64 * 1024;
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

  private final Settings settings;
  private final Metrics metrics;
  private final Path uploads;
  private final Javalin javalin;

  public HttpServer(
      Settings settings,
      Metrics metrics,
      RandomGenerator random,
      List<Endpoints> endpoints,
      List<ErrorAnswers> errors) {
    this(settings, metrics, random, endpoints, errors, AddressRule.ANYBODY);
  }

  /** One that answers only those whom the rule lets in. */
  public HttpServer(
      Settings settings,
      Metrics metrics,
      RandomGenerator random,
      List<Endpoints> endpoints,
      List<ErrorAnswers> errors,
      AddressRule rule) {
    this.settings = settings;
    this.metrics = metrics;
    this.uploads = settings.data().resolve("tmp").resolve("uploads").toAbsolutePath();
    List<String> uploadPaths = endpoints.stream().flatMap(some -> some.uploads().stream()).toList();
    BodyLimit bodies = new BodyLimit(uploadPaths, settings.limits().uploadBytes());
    SocketDoor sockets =
        new SocketDoor(endpoints.stream().flatMap(some -> some.sockets().stream()).toList());
    Front front = new Front(settings, metrics.registry(), random, bodies, rule, sockets);
    this.javalin =
        Javalin.create(config -> {
          new JettySetup(settings, front, sockets, STOP_TIMEOUT).apply(config);
          general(config);
          routes(config, endpoints, new Failures(errors));
        });
  }

  private static void general(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = Long.MAX_VALUE;
    config.http.defaultContentType = "text/plain; charset=utf-8";
    config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
    config.router.ignoreTrailingSlashes = true;
    config.router.javaLangErrorHandler((response, error) -> {
      Failures.log(error);
      response.setStatus(500);
    });
    config.jsonMapper(new JsonAnswers());
  }

  private void routes(JavalinConfig config, List<Endpoints> endpoints, Failures failures) {
    MultipartConfigElement multipart =
        new MultipartConfigElement(uploads.toString(), -1, -1, KEPT_IN_MEMORY);
    config.routes.beforeMatched(ctx -> {
      ctx.attribute(Front.ROUTE, ctx.endpoints().matchedHttpEndpoint().path);
      ctx.attribute(ServletContextRequest.MULTIPART_CONFIG_ELEMENT, multipart);
    });
    config.routes.exception(Exception.class, failures::handle);
    config.routes.exception(HttpResponseException.class, failures::handle);
    config.routes.after(HttpServer::nameCharset);
    config.routes.get(HEALTH, ctx -> ctx.json(Map.of("status", "OK")));
    config.routes.get("/metrics", this::metrics);
    for (Endpoints some : endpoints) some.addTo(config.routes);
  }

  private static void nameCharset(Context ctx) {
    if ("application/json".equals(ctx.res().getContentType()))
      ctx.contentType("application/json; charset=utf-8");
  }

  private void metrics(Context ctx) {
    ClientAddress client = ClientAddress.of(ctx);
    InetAddress address = client.address();
    // An untrusted proxy beside us must not lend its own address to everybody.
    if (!AddressRange.anyContains(settings.metricsAllow(), address)
        || (client.forwarded() && address.isLoopbackAddress())) throw new Refused.NotFound();
    ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
  }

  /** Starts to answer; uploads that a crash left half read are thrown away. */
  public void start() {
    try {
      Files.createDirectories(uploads);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(uploads)) {
        for (Path file : left) Files.delete(file);
      }
    } catch (IOException unusable) {
      throw new UncheckedIOException("cannot write to " + uploads, unusable);
    }
    javalin.start();
  }

  /** Every route, such as {@code GET /media/{id}/{key}}. */
  public List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
        .distinct()
        .toList();
  }

  /** The port listened on, also when a free one was asked for. */
  public int port() {
    return javalin.port();
  }

  /** Lets running requests finish, then stops. */
  @Override
  public void close() {
    javalin.stop();
  }
}
