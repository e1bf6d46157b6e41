package social.parley.http;

import org.eclipse.jetty.websocket.api.Session;

/** What answers requests for WebSockets. */
public interface Sockets {
  /** Whether sockets may be opened at this path. */
  boolean covers(String path);

  /**
   * Makes the end of a new socket, which is opened right after.
   *
   * @throws social.parley.core.Refused when there shall be none; it is answered before the upgrade
   */
  Session.Listener open(Handshake handshake);
}
