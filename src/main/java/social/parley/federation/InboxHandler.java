package social.parley.federation;

/** Knows which feature an activity goes to. */
@FunctionalInterface
public interface InboxHandler {
  /**
   * Works out what an activity changes. May use the network; changes nothing itself.
   *
   * @throws TryLater when something that is needed cannot be had just now
   * @throws social.parley.core.Refused when it may not be done
   */
  Effect prepare(Received received);
}
