package social.parley.accounts;

/** What trying one password costs: memory, and how often it is gone through. */
public record PasswordCost(int kibibytes, int passes, int lanes) {
  /** The first of the settings that OWASP recommends for Argon2id with 19 MiB. */
  public static final PasswordCost RECOMMENDED = new PasswordCost(19 * 1024, 2, 1);
}
