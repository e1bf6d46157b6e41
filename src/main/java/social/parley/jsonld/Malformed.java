package social.parley.jsonld;

/**
 * Bytes that are not one JSON value within the limits; carries no stack trace, strangers cause it.
 */
public final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Malformed(String reason) {
    super(reason, null, false, false);
  }
}
