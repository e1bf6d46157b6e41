package social.parley.http;

import java.net.InetAddress;

/** May somebody with this address ask for anything at all? Asked for every request, so be quick. */
@FunctionalInterface
public interface AddressRule {
  /** Lets everybody ask. */
  AddressRule ANYBODY = address -> true;

  boolean admits(InetAddress address);
}
