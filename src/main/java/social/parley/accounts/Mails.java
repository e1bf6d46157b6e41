package social.parley.accounts;

import java.util.Optional;
import social.parley.config.Settings;
import social.parley.core.AccountId;
import social.parley.jobs.Jobs;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/**
 * The mails about an account. Each is a job; the secret in its link is made when it is sent, so
 * that no queue holds it.
 */
public final class Mails {
  /** Where the link of a confirmation mail leads, with {@code ?token=}. */
  public static final String CONFIRMATION_PATH = "/auth/confirmation";

  /** Where the link of a password mail leads, with {@code ?token=}. */
  public static final String PASSWORD_PATH = "/auth/password";

  private static final String KIND = "account-mail";
  private static final String PLAIN = "plain-mail";

  private final Settings settings;
  private final Database database;
  private final EmailTokens tokens;
  private final Jobs jobs;
  private final Optional<Mailer> mailer;

  public Mails(
      Settings settings,
      Database database,
      EmailTokens tokens,
      Jobs jobs,
      Optional<Mailer> mailer) {
    this.settings = settings;
    this.database = database;
    this.tokens = tokens;
    this.jobs = jobs;
    this.mailer = mailer;
    jobs.handle(KIND, Letter.class, this::send);
    jobs.handle(PLAIN, Plain.class, this::send);
  }

  /** What a job carries. */
  record Letter(MailPurpose purpose, long account, String email) {}

  /** Whether there is a mail server; without one, addresses are taken on trust. */
  public boolean areSent() {
    return mailer.isPresent();
  }

  /** A mail that its writer has worded. */
  record Plain(String email, String subject, String text) {}

  /** Sends somebody a mail in the name of this community, if mails are sent at all. */
  public void write(Tx tx, Account account, String subject, String text) {
    if (areSent()) jobs.enqueue(tx, PLAIN, new Plain(account.email(), subject, text));
  }

  private void send(Plain mail) {
    mailer.ifPresent(open -> open.send(new Mail(mail.email(), mail.subject(), mail.text())));
  }

  void enqueue(Tx tx, MailPurpose purpose, AccountId account, String email) {
    jobs.enqueue(tx, KIND, new Letter(purpose, account.value(), email));
  }

  private void send(Letter letter) {
    mailer.ifPresent(open -> open.send(write(letter)));
  }

  private Mail write(Letter letter) {
    String name = settings.about().name();
    String subject =
        switch (letter.purpose()) {
          case CONFIRMATION -> "Confirm your e-mail address for " + name;
          case PASSWORD -> "Choose a new password for " + name;
          case WELCOME -> "Welcome to " + name;
        };
    String text =
        switch (letter.purpose()) {
          case CONFIRMATION ->
              """
              Somebody, probably you, gave this address to %s.
              To confirm that it is yours, open this link within two days:

              %s

              If it was not you, ignore this mail.
              """
                  .formatted(name, link(CONFIRMATION_PATH, letter));
          case PASSWORD ->
              """
              Somebody, probably you, asked for a new password for your account on %s.
              To choose one, open this link within six hours:

              %s

              If it was not you, ignore this mail: your password stays as it is.
              """
                  .formatted(name, link(PASSWORD_PATH, letter));
          case WELCOME ->
              """
              Your account on %s has been approved. You can log in now:

              %s
              """
                  .formatted(name, settings.url());
        };
    return new Mail(letter.email(), subject, text);
  }

  private String link(String path, Letter letter) {
    String secret =
        database.write(tx ->
            tokens.issue(tx, letter.purpose(), new AccountId(letter.account()), letter.email()));
    return settings.at(path) + "?token=" + secret;
  }
}
