package social.parley.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import social.parley.core.AccountId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The secrets in the links of our mails; each is good once, for a while. */
public final class EmailTokens {
  private final Secrets secrets;
  private final Clock clock;

  public EmailTokens(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /** What a link in a mail is about. */
  record Row(AccountId account, String email, Instant expiresAt) {}

  String issue(Tx tx, MailPurpose purpose, AccountId account, String email) {
    Instant now = clock.instant();
    String secret = secrets.fresh();
    tx.update("DELETE FROM email_tokens WHERE expires_at < :now").bind("now", now).execute();
    tx.update(
            """
            INSERT INTO email_tokens (secret_hash, account, purpose, email, created_at, expires_at)
            VALUES (:hash, :account, :purpose, :email, :now, :expires)
            """)
        .bind("hash", Secrets.hash(secret))
        .bind("account", account)
        .bind("purpose", purpose)
        .bind("email", email)
        .bind("now", now)
        .bind("expires", now.plus(lifetime(purpose)))
        .execute();
    return secret;
  }

  Optional<Row> find(Reading db, MailPurpose purpose, String secret) {
    return db.query(
            """
            SELECT account, email, expires_at FROM email_tokens
            WHERE secret_hash = :hash AND purpose = :purpose
            """)
        .bind("hash", Secrets.hash(secret))
        .bind("purpose", purpose)
        .mapTo(Row.class)
        .findOne()
        .filter(row -> row.expiresAt().isAfter(clock.instant()));
  }

  /** Makes every link of this purpose useless that the person still has. */
  void spend(Tx tx, MailPurpose purpose, AccountId account) {
    tx.update("DELETE FROM email_tokens WHERE account = :account AND purpose = :purpose")
        .bind("account", account)
        .bind("purpose", purpose)
        .execute();
  }

  private static Duration lifetime(MailPurpose purpose) {
    return switch (purpose) {
      case CONFIRMATION -> Duration.ofDays(2);
      case PASSWORD -> Duration.ofHours(6);
      case WELCOME -> Duration.ZERO;
    };
  }
}
