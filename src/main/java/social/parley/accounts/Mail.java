package social.parley.accounts;

/** A mail in plain text to one person. */
public record Mail(String to, String subject, String text) {

  /** No addresses and no links in log lines. */
  @Override
  public String toString() {
    return "Mail[" + subject + "]";
  }
}
