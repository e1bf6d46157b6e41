package social.parley.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.AccountId;
import social.parley.core.Ids;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.ReadCache;
import social.parley.storage.Tx;

/** The access tokens that programs show with their requests. */
public final class Tokens {
  private static final Duration USED_STEP = Duration.ofHours(6);

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Secrets secrets;
  private final Accounts accounts;
  private final Applications applications;
  private final TokenStore store = new TokenStore();
  private final ReadCache<String, Known> cache = new ReadCache<>(20_000, (_, _) -> 1);

  public Tokens(
      Database database,
      Ids ids,
      Clock clock,
      Secrets secrets,
      Accounts accounts,
      Applications applications) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.secrets = secrets;
    this.accounts = accounts;
    this.applications = applications;
  }

  private record Known(Token token, Application application) {}

  /** What the token that somebody shows is worth. */
  public PresentedToken check(String bearer) {
    Known known = find(Secrets.hash(bearer)).orElse(null);
    if (known == null) return new PresentedToken.Unknown();
    Token token = known.token();
    if (token.revokedAt() != null) return new PresentedToken.Revoked();
    noteUse(known, bearer);
    AccountId id = token.account();
    if (id == null) return new PresentedToken.Valid(new Access(token, null, known.application()));
    Account account = accounts.byId(id).orElse(null);
    if (account == null) return new PresentedToken.Revoked();
    accounts.seen(account);
    return new PresentedToken.Valid(new Access(token, account, known.application()));
  }

  private Optional<Known> find(String hash) {
    return Optional.ofNullable(cache.one(hash, _ -> load(hash).orElse(null)));
  }

  private Optional<Known> load(String hash) {
    return database
        .read(db -> store.byHash(db, hash))
        .flatMap(token -> applications.byId(token.application()).map(app -> new Known(token, app)));
  }

  private void noteUse(Known known, String bearer) {
    Instant now = clock.instant();
    Instant last = known.token().lastUsedAt();
    if (last != null && last.plus(USED_STEP).isAfter(now)) return;
    database.run(tx -> {
      store.used(tx, known.token().id(), now);
      cache.drop(tx, Secrets.hash(bearer));
    });
  }

  /** A token for a program, and for a person if one is given. */
  public IssuedToken issue(Application application, @Nullable AccountId account, Scopes scopes) {
    return database.write(tx -> issue(tx, ids.next(), application, account, scopes));
  }

  IssuedToken issue(
      Tx tx, long id, Application application, @Nullable AccountId account, Scopes scopes) {
    String secret = secrets.fresh();
    Token token = new Token(id, application.id(), account, scopes, clock.instant(), null, null);
    store.insert(tx, token, Secrets.hash(secret));
    return new IssuedToken(token, secret);
  }

  /**
   * Takes a token back for the program that holds it; false when it belongs to another program. One
   * that was never given out counts as taken back.
   */
  public boolean revoke(Application application, String secret) {
    Optional<Token> token = database.read(db -> store.byHash(db, Secrets.hash(secret)));
    if (token.isEmpty()) return true;
    if (token.get().application() != application.id()) return false;
    revoke(token.get());
    return true;
  }

  /** Takes a token back that a person has given. */
  public void revoke(AccountId account, long id) {
    Token token =
        database
            .read(db -> store.byId(db, id))
            .filter(one -> account.equals(one.account()))
            .orElseThrow(Refused.NotFound::new);
    revoke(token);
  }

  /** Takes back every token that a person has given. */
  void revokeAll(Tx tx, AccountId account) {
    store.of(tx, account).forEach(token -> revoke(tx, token.id()));
  }

  /** The tokens that a person has given and not taken back, newest first. */
  public List<Token> of(AccountId account) {
    return database.read(db -> store.of(db, account));
  }

  private void revoke(Token token) {
    database.run(tx -> revoke(tx, token.id()));
  }

  void revoke(Tx tx, long id) {
    store
        .revoke(tx, id, clock.instant())
        .ifPresent(hash -> {
          cache.drop(tx, hash);
          tx.announce(new TokenRevoked(id));
        });
  }
}
