package social.parley.accounts;

import java.util.function.Consumer;
import social.parley.core.AccountId;
import social.parley.core.Refused;
import social.parley.jobs.Jobs;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Lets people back in who have forgotten their password, where this server can send mails. */
public final class PasswordReset {
  private static final String REQUEST = "password-request";

  private final Database database;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Tokens accessTokens;
  private final Mails mails;
  private final EmailTokens tokens;
  private final Jobs jobs;

  /** What a job carries. */
  record Wish(String email) {}

  public PasswordReset(
      Database database,
      Accounts accounts,
      Sessions sessions,
      Tokens accessTokens,
      Mails mails,
      EmailTokens tokens,
      Jobs jobs) {
    this.database = database;
    this.accounts = accounts;
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.mails = mails;
    this.tokens = tokens;
    this.jobs = jobs;
    jobs.handle(REQUEST, Wish.class, this::send);
  }

  public boolean isAvailable() {
    return mails.areSent();
  }

  /** Sends a mail if somebody has this address; nobody is told whether. */
  public void request(String email) {
    if (!isAvailable()) return;
    // Looked up later, so that the answer takes as long for an address that nobody here has.
    database.run(tx -> jobs.enqueue(tx, REQUEST, new Wish(email.strip())));
  }

  private void send(Wish wish) {
    accounts
        .byEmail(wish.email())
        .ifPresent(account ->
            database.run(
                tx -> mails.enqueue(tx, MailPurpose.PASSWORD, account.id(), account.email())));
  }

  /** Whether the link of a mail still counts. */
  public boolean isOpen(String secret) {
    return database.read(db -> tokens.find(db, MailPurpose.PASSWORD, secret)).isPresent();
  }

  /** Sets the new password, and throws out whoever came in with the old one. */
  public Account reset(String secret, String password) {
    AccountId id = database.read(db -> owner(db, secret));
    replace(id, password, tx -> owner(tx, secret));
    return accounts.byId(id).orElseThrow(Refused.NotFound::new);
  }

  private AccountId owner(Reading db, String secret) {
    return tokens
        .find(db, MailPurpose.PASSWORD, secret)
        .orElseThrow(() -> new Refused.NotFound("This link is not valid, or no longer valid."))
        .account();
  }

  /** The same without a link, on behalf of the people who run this server. */
  public void replace(AccountId id, String password) {
    replace(id, password, _ -> {});
  }

  /** All in one transaction, so that nobody stays in with the old one whatever happens. */
  private void replace(AccountId id, String password, Consumer<Tx> guard) {
    accounts.setPassword(
        id,
        password,
        tx -> {
          guard.accept(tx);
          tokens.spend(tx, MailPurpose.PASSWORD, id);
          sessions.revokeAll(tx, id);
          accessTokens.revokeAll(tx, id);
        });
    sessions.forget();
  }
}
