package social.parley.accounts;

import java.time.Clock;
import java.util.Optional;
import social.parley.config.Settings;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The link by which whoever started this server makes the owner's account, once. */
public final class OwnerClaim {
  /** Where the link leads, with {@code ?token=}. */
  public static final String PATH = "/claim";

  private final Settings settings;
  private final Database database;
  private final Clock clock;
  private final Secrets secrets;
  private final Accounts accounts;

  public OwnerClaim(
      Settings settings, Database database, Clock clock, Secrets secrets, Accounts accounts) {
    this.settings = settings;
    this.database = database;
    this.clock = clock;
    this.secrets = secrets;
    this.accounts = accounts;
  }

  /** A link for this start of the server, in place of any before; none once there is an owner. */
  public Optional<Iri> open() {
    if (!accounts.staff(Role.OWNER).isEmpty()) return Optional.empty();
    String secret = secrets.fresh();
    database.run(tx -> {
      tx.update("DELETE FROM owner_claims").execute();
      tx.update(
              """
              INSERT INTO owner_claims (id, secret_hash, created_at) VALUES (1, :hash, :now)
              """)
          .bind("hash", Secrets.hash(secret))
          .bind("now", clock.instant())
          .execute();
    });
    return Optional.of(new Iri(settings.at(PATH) + "?token=" + secret));
  }

  /** Whether the secret of a link still counts. */
  public boolean isOpen(String secret) {
    return database.read(db -> matches(db, secret));
  }

  /** Makes the owner's account. */
  public Account claim(String secret, String username, String email, String password) {
    if (!isOpen(secret)) throw closed();
    return accounts.create(
        new NewAccount(username, email, password, Role.OWNER), tx -> spend(tx, secret));
  }

  private static void spend(Tx tx, String secret) {
    int spent =
        tx.update("DELETE FROM owner_claims WHERE secret_hash = :hash")
            .bind("hash", Secrets.hash(secret))
            .execute();
    if (spent == 0) throw closed();
  }

  private static boolean matches(Reading db, String secret) {
    return db.query("SELECT secret_hash FROM owner_claims")
        .mapTo(String.class)
        .findOne()
        .filter(hash -> Secrets.same(hash, Secrets.hash(secret)))
        .isPresent();
  }

  private static Refused closed() {
    return new Refused.Forbidden("This link has been used, or a newer one was made.");
  }
}
