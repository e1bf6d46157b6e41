package social.parley.fediverse;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Gives every name under {@code .test} a loopback address of its own, in the order of first use
 * from 127.0.0.2 on; all other names are looked up as usual.
 */
public final class TestNames extends InetAddressResolverProvider {
  private static final Map<String, InetAddress> ADDRESSES = new ConcurrentHashMap<>();
  private static final AtomicInteger LAST = new AtomicInteger(1);

  /** The address of a name under {@code .test}, to listen on. */
  public static InetAddress address(String host) {
    return ADDRESSES.computeIfAbsent(host.toLowerCase(Locale.ROOT), TestNames::next);
  }

  private static InetAddress next(String host) {
    int number = LAST.incrementAndGet();
    byte[] address = {127, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    try {
      return InetAddress.getByAddress(host, address);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return new Resolver(configuration.builtinResolver());
  }

  @Override
  public String name() {
    return "names under .test";
  }

  private record Resolver(InetAddressResolver usual) implements InetAddressResolver {
    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
        throws UnknownHostException {
      if (!host.toLowerCase(Locale.ROOT).endsWith(".test")) return usual.lookupByName(host, policy);
      // A name whose first label starts so is one that does not exist.
      if (host.startsWith("nowhere")) throw new UnknownHostException(host);
      return Stream.of(address(host));
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
      for (Map.Entry<String, InetAddress> one : List.copyOf(ADDRESSES.entrySet()))
        if (Arrays.equals(one.getValue().getAddress(), address)) return one.getKey();
      return usual.lookupByAddress(address);
    }
  }
}
