package social.parley.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.AccountId;
import social.parley.core.Ids;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/** The codes that a person's yes turns into, and a program exchanges for a token (RFC 6749). */
public final class Grants {
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Secrets secrets;
  private final Tokens tokens;

  public Grants(Database database, Ids ids, Clock clock, Secrets secrets, Tokens tokens) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.secrets = secrets;
    this.tokens = tokens;
  }

  private record Row(
      long id,
      long application,
      AccountId account,
      String redirectUri,
      String scopes,
      @Nullable String challenge,
      Instant expiresAt,
      @Nullable Long token) {}

  /** The code for a request that the person has agreed to. */
  public String issue(AuthorizationRequest request, AccountId account) {
    String code = secrets.fresh();
    Instant now = clock.instant();
    Row row =
        new Row(
            ids.next(),
            request.application().id(),
            account,
            request.redirectUri(),
            request.scopes().toString(),
            request.challenge(),
            now.plus(LIFETIME),
            null);
    database.run(tx -> {
      // A day longer than they count, so that a stolen code that is shown late gives an alarm.
      tx.update("DELETE FROM oauth_grants WHERE expires_at < :past")
          .bind("past", now.minus(Duration.ofDays(1)))
          .execute();
      insert(tx, row, Secrets.hash(code), now);
    });
    return code;
  }

  private static void insert(Tx tx, Row row, String hash, Instant now) {
    tx.update(
            """
            INSERT INTO oauth_grants (id, code_hash, application, account, redirect_uri, scopes,
              challenge, created_at, expires_at)
            VALUES (:id, :hash, :application, :account, :redirectUri, :scopes, :challenge, :now,
              :expiresAt)
            """,
            row)
        .bind("hash", hash)
        .bind("now", now)
        .execute();
  }

  /** The token for a code, if the program, the address and the verifier (RFC 7636) fit. */
  public Optional<IssuedToken> redeem(
      Application application, String code, String redirectUri, String verifier) {
    return database.write(tx -> redeem(tx, application, code, redirectUri, verifier));
  }

  private Optional<IssuedToken> redeem(
      Tx tx, Application application, String code, String redirectUri, String verifier) {
    Row row = find(tx, code).orElse(null);
    if (row == null || row.application() != application.id()) return Optional.empty();
    Long used = row.token();
    if (used != null) {
      // RFC 6749, section 4.1.2: a code shown twice has been stolen, and so may be its token.
      tokens.revoke(tx, used);
      return Optional.empty();
    }
    if (!row.expiresAt().isAfter(clock.instant())
        || !row.redirectUri().equals(redirectUri)
        || !fits(row.challenge(), verifier)) return Optional.empty();
    Scopes scopes = new Scopes(List.of(row.scopes().split(" ")));
    long token = ids.next();
    if (!spend(tx, row.id(), token)) return Optional.empty();
    return Optional.of(tokens.issue(tx, token, application, row.account(), scopes));
  }

  private static boolean fits(@Nullable String challenge, String verifier) {
    if (challenge == null) return verifier.isEmpty();
    return Secrets.same(challenge, Secrets.hash(verifier));
  }

  private static Optional<Row> find(Tx tx, String code) {
    return tx.query(
            """
            SELECT id, application, account, redirect_uri, scopes, challenge, expires_at, token
            FROM oauth_grants WHERE code_hash = :hash
            """)
        .bind("hash", Secrets.hash(code))
        .mapTo(Row.class)
        .findOne();
  }

  private static boolean spend(Tx tx, long id, long token) {
    return tx.update("UPDATE oauth_grants SET token = :token WHERE id = :id AND token IS NULL")
            .bind("token", token)
            .bind("id", id)
            .execute()
        == 1;
  }
}
