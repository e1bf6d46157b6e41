package social.parley.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import social.parley.config.AddressRange;

/**
 * Turns host names into addresses that may be connected to. The HTTP client connects to what this
 * returns and looks nothing up itself, so a name cannot change its meaning after the check.
 */
final class SafeAddresses implements DnsResolver, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int THREADS = 128;

  private final List<AddressRange> allow;
  private final NameLookup names;
  private final ExecutorService lookups;
  private final Cache<String, InetAddress[]> known =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofSeconds(30)).build();

  SafeAddresses(List<AddressRange> allow, NameLookup names) {
    this.allow = List.copyOf(allow);
    this.names = names;
    // Looking up a name is a native call that would hold a virtual thread's carrier.
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("names-", 0).daemon().factory());
    pool.allowCoreThreadTimeOut(true);
    this.lookups = pool;
  }

  /**
   * The addresses of a host that may be connected to.
   *
   * @throws BlockedAddress when it has addresses, but none that may be connected to
   */
  InetAddress[] reachable(String host, Duration patience) throws UnknownHostException {
    InetAddress[] safe =
        Arrays.stream(addresses(host, patience)).filter(this::allows).toArray(InetAddress[]::new);
    if (safe.length == 0) throw new BlockedAddress("address not allowed");
    return safe;
  }

  boolean allows(InetAddress address) {
    return AddressClass.isPublic(address) || AddressRange.anyContains(allow, address);
  }

  private InetAddress[] addresses(String host, Duration patience) throws UnknownHostException {
    if (host.equals("localhost") || host.endsWith(".localhost"))
      return new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
    if (WebAddress.isLiteral(host)) return new InetAddress[] {literal(host)};
    InetAddress[] found = known.getIfPresent(host);
    if (found != null) return found;
    found = lookup(host, patience);
    if (found.length == 0) throw new UnknownHostException("no address");
    known.put(host, found);
    return found;
  }

  private static InetAddress literal(String host) throws BlockedAddress {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try {
      return InetAddress.ofLiteral(bare);
    } catch (IllegalArgumentException odd) {
      throw new BlockedAddress("unusual address");
    }
  }

  private InetAddress[] lookup(String host, Duration patience) throws UnknownHostException {
    Future<InetAddress[]> answer = lookups.submit(() -> names.lookup(host));
    try {
      return answer.get(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      answer.cancel(false);
      throw new UnknownHostException("name server does not answer");
    } catch (ExecutionException failed) {
      throw new UnknownHostException("no such host");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException("interrupted");
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return reachable(host, PATIENCE);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  @Override
  public void close() {
    lookups.shutdownNow();
  }
}
