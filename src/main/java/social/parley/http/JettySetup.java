package social.parley.http;

import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import social.parley.config.Settings;
import social.parley.config.TlsFiles;

/** Jetty made small: one selector, few platform threads, requests on virtual ones. */
final class JettySetup {
  private static final int PLATFORM_THREADS = 12;
  private static final int IDLE_THREAD = 60_000;
  private static final int SELECTORS = 1;
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** How long a stop waits for connections on which nothing moves. */
  private static final Duration IDLE_AT_END = Duration.ofMillis(200);

  private final Settings settings;
  private final Front front;
  private final SocketDoor sockets;
  private final Duration stopTimeout;

  JettySetup(Settings settings, Front front, SocketDoor sockets, Duration stopTimeout) {
    this.settings = settings;
    this.front = front;
    this.sockets = sockets;
    this.stopTimeout = stopTimeout;
  }

  void apply(JavalinConfig config) {
    config.jetty.threadPool = threads();
    config.jetty.modifyHttpConfiguration(this::tune);
    config.jetty.addConnector(this::connector);
    config.jetty.modifyServletContextHandler(
        handler -> handler.setSessionHandler(new NoSessions()));
    config.jetty.modifyServer(server -> {
      server.removeBean(server.getBean(LowResourceMonitor.class));
      server.setStopTimeout(stopTimeout.toMillis());
      server.setHandler(new GracefulHandler(front));
      server.setErrorHandler(JettySetup::malformed);
      sockets.openIn(server);
    });
  }

  /** What never became a request, such as a header that is too long. */
  private static boolean malformed(Request request, Response response, Callback callback) {
    Front.say(response, HttpStatus.getMessage(response.getStatus()), callback);
    return true;
  }

  private static QueuedThreadPool threads() {
    // Jetty's own queue asks the management beans for the cache line, which costs a tenth of a
    // start.
    QueuedThreadPool threads =
        new QueuedThreadPool(PLATFORM_THREADS, 2, IDLE_THREAD, new LinkedBlockingQueue<>());
    threads.setName("http");
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory()));
    return threads;
  }

  private void tune(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.LEGACY);
    http.setOutputBufferSize(16 * 1024);
    http.setRequestHeaderSize(16 * 1024);
  }

  private Connector connector(Server server, HttpConfiguration http) {
    ServerConnector connector =
        new ServerConnector(
            server,
            null,
            null,
            new ArrayByteBufferPool(0, 4096, 65_536, 64, 8L << 20, 8L << 20),
            0,
            SELECTORS,
            protocols(server, http));
    connector.setHost(settings.listen().host());
    connector.setPort(settings.listen().port());
    connector.setIdleTimeout(IDLE.toMillis());
    connector.setShutdownIdleTimeout(IDLE_AT_END.toMillis());
    return connector;
  }

  private ConnectionFactory[] protocols(Server server, HttpConfiguration http) {
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    TlsFiles files = settings.tls();
    if (files == null) return new ConnectionFactory[] {plain};
    try {
      Certificates certificates = new Certificates(files, server.getScheduler());
      server.addBean(certificates);
      // The names we answer to are checked for every request, encrypted or not.
      http.addCustomizer(new SecureRequestCustomizer(false));
      return new ConnectionFactory[] {
        new SslConnectionFactory(certificates.tls(), plain.getProtocol()), plain
      };
    } catch (IOException | GeneralSecurityException unusable) {
      throw new IllegalStateException("cannot serve https with " + files, unusable);
    }
  }
}
