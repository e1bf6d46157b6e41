package social.parley.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One HTTP exchange at a time, over pooled connections, each cut off at its deadline. */
final class Transport implements AutoCloseable {
  private static final Timeout CONNECT = Timeout.ofSeconds(8);
  private static final Timeout SILENCE = Timeout.ofSeconds(20);
  private static final TimeValue IDLE = TimeValue.ofSeconds(30);

  private static final RequestConfig REQUEST =
      RequestConfig.custom()
          .setResponseTimeout(SILENCE)
          .setExpectContinueEnabled(false)
          .setProtocolUpgradeEnabled(false)
          .setAuthenticationEnabled(false)
          .build();

  private final FetchSettings settings;
  private final SafeAddresses addresses;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable CloseableHttpClient client;
  private final ScheduledThreadPoolExecutor alarms;

  /** A request to send; header values must not hold line breaks. */
  record Outgoing(
      String method, WebAddress address, Map<String, String> headers, byte @Nullable [] body) {}

  /**
   * What to make of an answer while its connection is open. Running {@code abandon} gives up the
   * rest of the body and with it the connection.
   */
  @FunctionalInterface
  interface Reader<T> {
    T read(ClassicHttpResponse response, Runnable abandon) throws IOException;
  }

  Transport(FetchSettings settings, SafeAddresses addresses) {
    this.settings = settings;
    this.addresses = addresses;
    // A file that cannot be read is to be noticed at the start.
    if (settings.trust() != null) this.client = client(settings, addresses);
    this.alarms =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("deadlines").daemon().factory());
    alarms.setRemoveOnCancelPolicy(true);
  }

  /** Made for the first request: all the certificates to trust take their time and room. */
  private CloseableHttpClient client() {
    CloseableHttpClient made = client;
    if (made != null) return made;
    making.lock();
    try {
      made = client;
      if (made == null) {
        made = client(settings, addresses);
        client = made;
      }
      return made;
    } finally {
      making.unlock();
    }
  }

  private static CloseableHttpClient client(FetchSettings settings, SafeAddresses addresses) {
    Http1Config limits =
        Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(16384).build();
    PoolingHttpClientConnectionManager pool =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(addresses)
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(Trust.context(settings.trust())))
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
            .setMaxConnTotal(settings.connections())
            .setMaxConnPerRoute(settings.connectionsPerHost())
            .setDefaultSocketConfig(
                SocketConfig.custom().setSoTimeout(SILENCE).setTcpNoDelay(true).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(CONNECT)
                    .setSocketTimeout(SILENCE)
                    .setTimeToLive(TimeValue.ofMinutes(5))
                    .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                    .build())
            .build();
    // Everything that would send a request which we did not check and sign is switched off.
    return HttpClients.custom()
        .setConnectionManager(pool)
        .setUserAgent(settings.userAgent())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableConnectionState()
        .evictExpiredConnections()
        .evictIdleConnections(IDLE)
        .build();
  }

  /** Sends the request and reads the answer. */
  <T> T exchange(Outgoing outgoing, Deadline deadline, Reader<T> reader) throws IOException {
    addresses.reachable(outgoing.address().host(), deadline.left());
    try {
      return once(outgoing, deadline, reader);
    } catch (NoHttpResponseException stale) {
      // The peer closed an idle connection just when we took it; what we send may be sent twice.
      return once(outgoing, deadline, reader);
    }
  }

  private <T> T once(Outgoing outgoing, Deadline deadline, Reader<T> reader) throws IOException {
    WebAddress address = outgoing.address();
    HttpHost host = new HttpHost(address.scheme(), bare(address.host()), address.port());
    HttpUriRequestBase request =
        new HttpUriRequestBase(outgoing.method(), URI.create(host.toURI() + "/"));
    request.setPath(address.target());
    outgoing.headers().forEach(request::setHeader);
    if (outgoing.body() != null) request.setEntity(new ByteArrayEntity(outgoing.body(), null));
    Duration left = deadline.left();
    if (left.isZero()) throw new InterruptedIOException("deadline is over");
    request.setConfig(
        RequestConfig.copy(REQUEST).setConnectionRequestTimeout(Timeout.of(left)).build());
    Future<?> alarm = alarms.schedule(request::cancel, left.toNanos(), TimeUnit.NANOSECONDS);
    try {
      return client()
          .execute(
              host,
              request,
              HttpClientContext.create(),
              response -> read(request, response, reader));
    } catch (IOException | RuntimeException failed) {
      if (deadline.isOver()) throw new InterruptedIOException("deadline is over");
      throw failed;
    } finally {
      alarm.cancel(false);
    }
  }

  private static <T> T read(
      HttpUriRequestBase request, ClassicHttpResponse response, Reader<T> reader)
      throws IOException {
    // Otherwise closing the answer would read the rest of it, however long that is.
    Runnable abandon =
        () -> {
          request.cancel();
          response.setEntity(null);
        };
    try {
      return reader.read(response, abandon);
    } catch (IOException | RuntimeException unwanted) {
      abandon.run();
      throw unwanted;
    }
  }

  /** The client wants IPv6 addresses without brackets. */
  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  @Override
  public void close() throws IOException {
    alarms.shutdownNow();
    CloseableHttpClient made = client;
    if (made != null) made.close();
  }
}
