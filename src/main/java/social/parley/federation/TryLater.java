package social.parley.federation;

/** An activity cannot be handled now, but perhaps later. */
public final class TryLater extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TryLater(String reason) {
    // No stack trace: strangers can cause this at will.
    super(reason, null, false, false);
  }

  public String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
