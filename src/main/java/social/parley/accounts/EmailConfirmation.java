package social.parley.accounts;

import org.jspecify.annotations.Nullable;
import social.parley.core.AccountId;
import social.parley.core.Refused;
import social.parley.storage.Database;

/** Shows that an e-mail address is its person's, where this server can send mails. */
public final class EmailConfirmation {
  private final Database database;
  private final Accounts accounts;
  private final Mails mails;
  private final EmailTokens tokens;

  public EmailConfirmation(Database database, Accounts accounts, Mails mails, EmailTokens tokens) {
    this.database = database;
    this.accounts = accounts;
    this.mails = mails;
    this.tokens = tokens;
  }

  /** Sends the mail once more, to another address if one is given. */
  public void resend(Account account, @Nullable String otherEmail) {
    if (account.confirmed())
      throw new Refused.Forbidden(
          "This method is only available while the e-mail is awaiting confirmation");
    String email = otherEmail == null ? account.email() : otherEmail.strip();
    Accounts.refuseIfWrong(new SignUpForm().email(email));
    database.run(tx -> mails.enqueue(tx, MailPurpose.CONFIRMATION, account.id(), email));
  }

  /** Follows the link of a mail. */
  public Account confirm(String secret) {
    AccountId id =
        database
            .read(db -> tokens.find(db, MailPurpose.CONFIRMATION, secret))
            .orElseThrow(() -> new Refused.NotFound("This link is not valid, or no longer valid."))
            .account();
    accounts.change(
        id,
        tx -> {
          EmailTokens.Row row =
              tokens.find(tx, MailPurpose.CONFIRMATION, secret).orElseThrow(Refused.NotFound::new);
          accounts.setEmail(tx, id, row.email());
          tokens.spend(tx, MailPurpose.CONFIRMATION, id);
          // They went to an address that may be somebody else's now.
          tokens.spend(tx, MailPurpose.PASSWORD, id);
        });
    return accounts.byId(id).orElseThrow(Refused.NotFound::new);
  }
}
