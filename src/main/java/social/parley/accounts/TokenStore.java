package social.parley.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.AccountId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The table of access tokens. */
final class TokenStore {
  private static final String SELECT =
      """
      SELECT id, application, account, scopes, created_at, last_used_at, revoked_at
      FROM oauth_tokens WHERE \
      """;

  record Row(
      long id,
      long application,
      @Nullable AccountId account,
      String scopes,
      Instant createdAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant revokedAt) {

    static Row of(Token token) {
      return new Row(
          token.id(),
          token.application(),
          token.account(),
          token.scopes().toString(),
          token.createdAt(),
          token.lastUsedAt(),
          token.revokedAt());
    }

    Token token() {
      return new Token(
          id,
          application,
          account,
          new Scopes(List.of(scopes.split(" "))),
          createdAt,
          lastUsedAt,
          revokedAt);
    }
  }

  void insert(Tx tx, Token token, String hash) {
    tx.update(
            """
            INSERT INTO oauth_tokens (id, secret_hash, application, account, scopes, created_at)
            VALUES (:id, :hash, :application, :account, :scopes, :createdAt)
            """,
            Row.of(token))
        .bind("hash", hash)
        .execute();
  }

  Optional<Token> byHash(Reading db, String hash) {
    return db.query(SELECT + "secret_hash = :hash")
        .bind("hash", hash)
        .mapTo(Row.class)
        .findOne()
        .map(Row::token);
  }

  List<Token> of(Reading db, AccountId account) {
    return db.query(SELECT + "account = :account AND revoked_at IS NULL ORDER BY id DESC")
        .bind("account", account)
        .mapTo(Row.class)
        .map(Row::token)
        .list();
  }

  Optional<Token> byId(Reading db, long id) {
    return db.query(SELECT + "id = :id").bind("id", id).mapTo(Row.class).findOne().map(Row::token);
  }

  /**
   * Keeps the row, so that whoever shows the token is told that it counted once; gives its hash.
   */
  Optional<String> revoke(Tx tx, long id, Instant now) {
    return tx.query(
            """
            UPDATE oauth_tokens SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL
            RETURNING secret_hash\
            """)
        .bind("now", now)
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  void used(Tx tx, long id, Instant now) {
    tx.update("UPDATE oauth_tokens SET last_used_at = :now WHERE id = :id")
        .bind("now", now)
        .bind("id", id)
        .execute();
  }
}
