package social.parley.config;

/** The mail server that carries our mails. */
public record Smtp(
    String host, int port, String user, String password, String from, Security security) {
  /** How the connection is encrypted. */
  public enum Security {
    STARTTLS,
    TLS,
    NONE
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
