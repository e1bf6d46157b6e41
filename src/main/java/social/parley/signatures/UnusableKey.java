package social.parley.signatures;

/** A key cannot be read, or is of a kind or size that is not supported. */
public final class UnusableKey extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableKey(String reason) {
    // No stack trace: any stranger can cause this.
    super(reason, null, false, false);
  }

  /** What is wrong with it, for the answer and the log. */
  public String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
