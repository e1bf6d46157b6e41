package social.parley.signatures;

/** What claims to be a signature cannot be read. */
public final class MalformedSignature extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedSignature(String reason) {
    // No stack trace: any stranger can cause this.
    super(reason, null, false, false);
  }

  /** What is wrong with it, for the answer and the log. */
  public String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
