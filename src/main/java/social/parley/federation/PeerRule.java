package social.parley.federation;

/** May a server read here, or send? Asked as soon as its name is known. */
@FunctionalInterface
public interface PeerRule {
  /** The host may have a port. */
  boolean admits(String host);
}
