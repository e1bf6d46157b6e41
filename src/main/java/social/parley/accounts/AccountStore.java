package social.parley.accounts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;
import social.parley.core.AccountId;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.storage.Reading;
import social.parley.storage.Tx;
import tools.jackson.databind.JsonNode;

/** The table of accounts. */
final class AccountStore {
  private static final String SELECT =
      """
      SELECT id, actor_id AS actor, email, role, confirmed, approved, disabled,
        suspended, locale, preferences, created_at, last_active_at, sign_up_reason, sign_up_application
      FROM accounts WHERE deleted_at IS NULL AND \
      """;

  record Row(
      AccountId id,
      ActorId actor,
      String email,
      Role role,
      boolean confirmed,
      boolean approved,
      boolean disabled,
      boolean suspended,
      String locale,
      JsonNode preferences,
      Instant createdAt,
      @Nullable Instant lastActiveAt,
      @Nullable String signUpReason,
      @Nullable Long signUpApplication) {

    static Row of(Account account) {
      return new Row(
          account.id(),
          account.actor(),
          account.email(),
          account.role(),
          account.confirmed(),
          account.approved(),
          account.disabled(),
          account.suspended(),
          account.locale(),
          PreferencesColumn.write(account.preferences()),
          account.createdAt(),
          account.lastActiveAt(),
          account.signUpReason(),
          account.signUpApplication());
    }

    Account account() {
      return new Account(
          id,
          actor,
          email,
          role,
          confirmed,
          approved,
          disabled,
          suspended,
          locale,
          PreferencesColumn.read(preferences),
          createdAt,
          lastActiveAt,
          signUpReason,
          signUpApplication);
    }
  }

  void insert(Tx tx, Account account, String password, @Nullable Long invite) {
    tx.update(
            """
            INSERT INTO accounts (id, actor_id, email, email_key, password, role, confirmed,
              approved, disabled, locale, preferences, created_at, last_active_at, sign_up_reason,
              sign_up_application, invite_id)
            VALUES (:id, :actor, :email, :emailKey, :password, :role, :confirmed, :approved,
              :disabled, :locale, :preferences, :createdAt, :lastActiveAt, :signUpReason,
              :signUpApplication, :invite)
            """,
            Row.of(account))
        .bind("emailKey", EmailAddress.key(account.email()))
        .bind("password", password)
        .bind("invite", invite)
        .execute();
  }

  Optional<Account> byId(Reading db, AccountId id) {
    return db.query(SELECT + "id = :id")
        .bind("id", id)
        .mapTo(Row.class)
        .findOne()
        .map(Row::account);
  }

  Optional<Account> byActor(Reading db, ActorId actor) {
    return db.query(SELECT + "actor_id = :actor")
        .bind("actor", actor)
        .mapTo(Row.class)
        .findOne()
        .map(Row::account);
  }

  Optional<Account> byEmail(Reading db, String email) {
    return db.query(SELECT + "email_key = :key")
        .bind("key", EmailAddress.key(email))
        .mapTo(Row.class)
        .findOne()
        .map(Row::account);
  }

  /** A page of those for whom a condition holds, which is never anybody's input. */
  List<Account> page(Reading db, String condition, Cursor cursor) {
    return db.page(SELECT + condition, "id", cursor).mapTo(Row.class).map(Row::account).list();
  }

  List<Account> withRole(Reading db, Collection<Role> roles) {
    return db.query(SELECT + "role IN (<roles>) ORDER BY id")
        .bindList(EmptyHandling.NULL_KEYWORD, "roles", List.copyOf(roles))
        .mapTo(Row.class)
        .map(Row::account)
        .list();
  }

  long count(Reading db) {
    return db.query("SELECT count(*) FROM accounts WHERE deleted_at IS NULL AND approved")
        .mapTo(long.class)
        .one();
  }

  long countActive(Reading db, Instant since) {
    return db.query(
            "SELECT count(*) FROM accounts WHERE last_active_at >= :since AND deleted_at IS NULL")
        .bind("since", since)
        .mapTo(long.class)
        .one();
  }

  Optional<String> password(Reading db, AccountId id) {
    return db.query("SELECT password FROM accounts WHERE id = :id AND deleted_at IS NULL")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  /** Changes one thing; the column's name is never anybody's input. */
  void set(Tx tx, AccountId id, String column, Object value) {
    tx.update("UPDATE accounts SET " + column + " = :value WHERE id = :id AND deleted_at IS NULL")
        .bind("value", value)
        .bind("id", id)
        .execute();
  }

  void setEmail(Tx tx, AccountId id, String email) {
    set(tx, id, "email", email);
    set(tx, id, "email_key", EmailAddress.key(email));
  }

  /** Leaves the row as a mark that there was somebody, without anything about them. */
  void delete(Tx tx, AccountId id, Instant now) {
    for (String table : List.of("sessions", "oauth_grants", "email_tokens"))
      tx.update("DELETE FROM " + table + " WHERE account = :id").bind("id", id).execute();
    tx.update(
            "UPDATE oauth_tokens SET revoked_at = :now WHERE account = :id AND revoked_at IS NULL")
        .bind("now", now)
        .bind("id", id)
        .execute();
    tx.update(
            """
            UPDATE accounts SET email = '', email_key = NULL, password = '', sign_up_reason = NULL,
              preferences = '{}', deleted_at = :now
            WHERE id = :id
            """)
        .bind("now", now)
        .bind("id", id)
        .execute();
  }
}
