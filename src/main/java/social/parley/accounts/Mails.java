package social.parley.accounts;

import java.util.Locale;
import java.util.Optional;
import social.parley.config.Settings;
import social.parley.core.AccountId;
import social.parley.jobs.Jobs;
import social.parley.storage.Database;
import social.parley.storage.Tx;
import social.parley.words.Dictionary;
import social.parley.words.Words;

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
  private final AccountStore store = new AccountStore();

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
    Words words = words(new AccountId(letter.account()));
    String kind = "mail." + letter.purpose().name().toLowerCase(Locale.ROOT);
    String text = words.message(kind, name) + "\n\n" + address(letter) + "\n";
    String last =
        switch (letter.purpose()) {
          case CONFIRMATION, PASSWORD -> "\n" + words.message(kind + ".otherwise") + "\n";
          case WELCOME -> "";
        };
    return new Mail(letter.email(), words.message(kind + ".subject", name), text + last);
  }

  /** Everybody is written to in the language of their account. */
  private Words words(AccountId id) {
    return database
        .read(db -> store.byId(db, id))
        .map(account -> Dictionary.of(account.locale()))
        .orElseGet(Dictionary::english);
  }

  private String address(Letter letter) {
    return switch (letter.purpose()) {
      case CONFIRMATION -> link(CONFIRMATION_PATH, letter);
      case PASSWORD -> link(PASSWORD_PATH, letter);
      case WELCOME -> settings.url().value();
    };
  }

  private String link(String path, Letter letter) {
    String secret =
        database.write(tx ->
            tokens.issue(tx, letter.purpose(), new AccountId(letter.account()), letter.email()));
    return settings.at(path) + "?token=" + secret;
  }
}
