package social.parley.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host name. */
@FunctionalInterface
interface NameLookup {
  InetAddress[] lookup(String host) throws UnknownHostException;
}
