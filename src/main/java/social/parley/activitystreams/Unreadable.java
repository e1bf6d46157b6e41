package social.parley.activitystreams;

/** A document that cannot be used, with the reason; carries no stack trace, strangers cause it. */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unreadable(String reason) {
    super(reason, null, false, false);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
