package social.parley.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.parley.core.AccountId;
import social.parley.core.Ids;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The browsers in which people are logged in. */
public final class Sessions {
  /** How long a session lasts after it was last used. */
  public static final Duration LIFETIME = Duration.ofDays(60);

  private static final Duration SEEN_STEP = Duration.ofHours(6);
  private static final int LONGEST_BROWSER = 300;
  private static final String SELECT =
      """
      SELECT id, account, browser, address, created_at, last_seen_at, expires_at FROM sessions \
      """;

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Secrets secrets;
  private final Accounts accounts;
  private final Cache<String, Session> cache =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(30)).build();

  public Sessions(Database database, Ids ids, Clock clock, Secrets secrets, Accounts accounts) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.secrets = secrets;
    this.accounts = accounts;
  }

  /** Logs a person in; the secret goes into the browser's cookie and is shown this once. */
  public String start(Account account, String browser, String address) {
    if (account.isShut()) throw new Refused.Forbidden("Your login is currently disabled");
    String secret = secrets.fresh();
    Instant now = clock.instant();
    Session session =
        new Session(
            ids.next(),
            account.id(),
            browser.substring(0, Math.min(browser.length(), LONGEST_BROWSER)),
            address,
            now,
            now,
            now.plus(LIFETIME));
    database.run(tx -> {
      tx.update("DELETE FROM sessions WHERE expires_at < :now").bind("now", now).execute();
      insert(tx, session, Secrets.hash(secret));
    });
    return secret;
  }

  private static void insert(Tx tx, Session session, String hash) {
    tx.update(
            """
            INSERT INTO sessions (id, account, secret_hash, browser, address, created_at,
              last_seen_at, expires_at)
            VALUES (:id, :account, :hash, :browser, :address, :createdAt, :lastSeenAt, :expiresAt)
            """,
            session)
        .bind("hash", hash)
        .execute();
  }

  /** Who shows this secret, unless the session has ended or the account has been closed. */
  public Optional<SignedIn> check(String secret) {
    String hash = Secrets.hash(secret);
    return find(hash)
        .filter(session -> session.expiresAt().isAfter(clock.instant()))
        .flatMap(session ->
            accounts
                .byId(session.account())
                .filter(account -> !account.isShut())
                .map(account -> signedIn(hash, session, account)));
  }

  private Optional<Session> find(String hash) {
    return Optional.ofNullable(
        cache.get(hash, _ -> database.read(db -> byHash(db, hash)).orElse(null)));
  }

  private static Optional<Session> byHash(Reading db, String hash) {
    return db.query(SELECT + "WHERE secret_hash = :hash")
        .bind("hash", hash)
        .mapTo(Session.class)
        .findOne();
  }

  private SignedIn signedIn(String hash, Session session, Account account) {
    accounts.seen(account);
    Instant now = clock.instant();
    if (session.lastSeenAt().plus(SEEN_STEP).isAfter(now)) return new SignedIn(session, account);
    database.run(tx ->
        tx.update("UPDATE sessions SET last_seen_at = :now, expires_at = :end WHERE id = :id")
            .bind("now", now)
            .bind("end", now.plus(LIFETIME))
            .bind("id", session.id())
            .execute());
    cache.invalidate(hash);
    return new SignedIn(session, account);
  }

  /** Logs out the browser that shows this secret. */
  public void end(String secret) {
    String hash = Secrets.hash(secret);
    database.run(tx ->
        tx.update("DELETE FROM sessions WHERE secret_hash = :hash").bind("hash", hash).execute());
    cache.invalidate(hash);
  }

  /** Where a person is logged in, newest first. */
  public List<Session> of(AccountId account) {
    return database.read(db -> list(db, account));
  }

  private static List<Session> list(Reading db, AccountId account) {
    return db.query(SELECT + "WHERE account = :account ORDER BY id DESC")
        .bind("account", account)
        .mapTo(Session.class)
        .list();
  }

  /** Logs one browser of a person out. */
  public void revoke(AccountId account, long id) {
    remove(account, "id = :id", id);
  }

  /** Logs all browsers of a person out but one. */
  public void revokeOthers(AccountId account, long kept) {
    remove(account, "id <> :id", kept);
  }

  /** Logs all browsers of a person out. */
  public void revokeAll(AccountId account) {
    remove(account, "id <> :id", -1);
  }

  /** The same inside a write; {@link #forget} must follow the commit. */
  void revokeAll(Tx tx, AccountId account) {
    remove(tx, account, "id <> :id", -1);
  }

  private void remove(AccountId account, String which, long id) {
    database.run(tx -> remove(tx, account, which, id));
    forget();
  }

  private static void remove(Tx tx, AccountId account, String which, long id) {
    tx.update("DELETE FROM sessions WHERE account = :account AND " + which)
        .bind("account", account)
        .bind("id", id)
        .execute();
  }

  /** Makes sure that what has just been ended is not remembered as good. */
  void forget() {
    cache.invalidateAll();
  }
}
