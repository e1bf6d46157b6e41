package social.parley.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import social.parley.config.AddressRange;

/** Tells public addresses from those reserved for private and special use (RFC 6890 and later). */
final class AddressClass {
  private static final List<AddressRange> RESERVED_V4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** All that is routed publicly lies in here. */
  private static final AddressRange GLOBAL_V6 = AddressRange.parse("2000::/3");

  /** Teredo, benchmarking, ORCHID, documentation and 6to4, which hides an IPv4 address. */
  private static final List<AddressRange> RESERVED_V6 =
      ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  /** An IPv4 address as an IPv6-only network sees it (RFC 6052). */
  private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");

  private AddressClass() {}

  private static List<AddressRange> ranges(String... texts) {
    return Stream.of(texts).map(AddressRange::parse).toList();
  }

  static boolean isPublic(InetAddress address) {
    if (address instanceof Inet4Address) return !AddressRange.anyContains(RESERVED_V4, address);
    if (NAT64.contains(address)) return isPublic(embedded(address));
    return GLOBAL_V6.contains(address) && !AddressRange.anyContains(RESERVED_V6, address);
  }

  private static InetAddress embedded(InetAddress address) {
    byte[] all = address.getAddress();
    try {
      return InetAddress.getByAddress(new byte[] {all[12], all[13], all[14], all[15]});
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
