package social.parley.config;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A range of IP addresses in CIDR notation, such as {@code 10.0.0.0/8} or {@code fd00::/8}. */
public record AddressRange(InetAddress base, int prefix) {
  public AddressRange {
    if (prefix < 0 || prefix > base.getAddress().length * 8)
      throw new IllegalArgumentException("prefix out of range");
  }

  /** Reads CIDR notation or a single address; names are never looked up. */
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    InetAddress base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int bits = base.getAddress().length * 8;
    return new AddressRange(base, slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1)));
  }

  public boolean contains(InetAddress address) {
    byte[] own = base.getAddress();
    byte[] other = address.getAddress();
    if (own.length != other.length) return false;
    int whole = prefix / 8;
    if (!Arrays.equals(own, 0, whole, other, 0, whole)) return false;
    int mask = 0xff00 >> (prefix % 8) & 0xff;
    return mask == 0 || (own[whole] & mask) == (other[whole] & mask);
  }

  /** Whether any of the ranges holds the address. */
  public static boolean anyContains(Collection<AddressRange> ranges, InetAddress address) {
    for (AddressRange range : ranges) if (range.contains(address)) return true;
    return false;
  }

  @Override
  public String toString() {
    String address = base.getHostAddress();
    return (base instanceof Inet4Address ? address : shortened(address)) + "/" + prefix;
  }

  /** The usual spelling (RFC 5952): the longest run of zeros, the first of several, left out. */
  private static String shortened(String full) {
    String[] groups = full.split("%", 2)[0].split(":");
    int start = 0;
    int longest = 1;
    for (int i = 0; i < groups.length; i++) {
      int end = i;
      while (end < groups.length && groups[end].equals("0")) end++;
      if (end - i > longest) {
        start = i;
        longest = end - i;
      }
    }
    if (longest < 2) return String.join(":", groups);
    List<String> all = List.of(groups);
    return String.join(":", all.subList(0, start))
        + "::"
        + String.join(":", all.subList(start + longest, groups.length));
  }
}
