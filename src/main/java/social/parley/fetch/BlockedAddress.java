package social.parley.fetch;

import java.net.UnknownHostException;

/** An address that must not be fetched. */
final class BlockedAddress extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  BlockedAddress(String reason) {
    super(reason);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this; // strangers can cause this at will
  }
}
