package social.parley.fetch;

/**
 * May this server speak with that one? Asked before every request, and again wherever a redirect
 * leads. Hosts come in lower case and in ASCII, with a port where it is not the usual one.
 */
public interface HostRule {
  /** Speaks with everybody. */
  HostRule ANYBODY =
      new HostRule() {
        @Override
        public boolean mayAsk(String host) {
          return true;
        }

        @Override
        public boolean mayDownload(String host) {
          return true;
        }

        @Override
        public boolean mayPush(String host) {
          return true;
        }
      };

  /** Whether documents may be asked for there, and activities and news of feeds sent there. */
  boolean mayAsk(String host);

  /** Whether files may be fetched from there. */
  boolean mayDownload(String host);

  /** Whether apps may be woken through a push service there. */
  boolean mayPush(String host);
}
