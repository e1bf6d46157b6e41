package social.parley.web;

import social.parley.streaming.Closing;
import social.parley.streaming.EventStream;
import social.parley.streaming.Wire;

/** A page that is open in somebody's browser, and hears of what is new. */
final class PageStream extends EventStream {
  private static final int MOST_BEATS = 20;

  private int beats;

  PageStream(Visitor visitor) {
    // Sessions and tokens are numbered together, so that no session is taken for a token.
    super(visitor.id(), visitor.session().id(), true);
  }

  /** Ends now and then: the browser opens another one, if its session is still good. */
  @Override
  protected void beat() {
    if (++beats > MOST_BEATS) close(Closing.STOPPING);
  }

  @Override
  protected boolean hears(Wire wire) {
    return wire instanceof PageWire;
  }
}
