package social.parley.moderation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Account;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * E-mail addresses that may not sign up, in all spellings that reach the same person; only their
 * hashes are kept.
 */
public final class CanonicalEmails {
  private static final String SUBJECT = "canonical_email_block";
  private static final String SELECT =
      "SELECT id, hash, account, created_at FROM canonical_email_blocks ";

  /**
   * One address.
   *
   * @param account whose suspension has blocked it, if that has
   */
  public record Blocked(long id, String hash, @Nullable Long account, Instant createdAt) {}

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog log;

  public CanonicalEmails(Database database, Ids ids, Clock clock, AuditLog log) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /** The hash under which an address is known: small letters, no dots, nothing after a plus. */
  static String hash(String email) {
    String lower = email.strip().toLowerCase(Locale.ROOT);
    int at = lower.lastIndexOf('@');
    if (at < 1) throw new Refused.Invalid("email", "ERR_INVALID", "is not a valid e-mail address");
    String name = lower.substring(0, at).replace(".", "");
    int plus = name.indexOf('+');
    String plain = (plus < 0 ? name : name.substring(0, plus)) + lower.substring(at);
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(plain.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Blocks an address, or one of which only the hash is known. */
  public Blocked block(ActorId staff, @Nullable String email, @Nullable String hash) {
    String known = email == null || email.isBlank() ? checked(hash) : hash(email);
    Blocked blocked = new Blocked(ids.next(), known, null, clock.instant());
    database.run(tx -> {
      if (!insert(tx, blocked))
        throw new Refused.Invalid("canonical_email_hash", "ERR_TAKEN", "has already been taken");
      log.note(tx, staff, "create", SUBJECT, blocked.id(), known);
    });
    return blocked;
  }

  private static String checked(@Nullable String hash) {
    if (hash == null || hash.isBlank())
      throw new Refused.Invalid("email", "ERR_BLANK", "can't be blank");
    String lower = hash.strip().toLowerCase(Locale.ROOT);
    if (!lower.matches("[0-9a-f]{64}"))
      throw new Refused.Invalid("canonical_email_hash", "ERR_INVALID", "is not a SHA-256 hash");
    return lower;
  }

  private static boolean insert(Tx tx, Blocked blocked) {
    return tx.update(
                """
                INSERT INTO canonical_email_blocks (id, hash, account, created_at)
                VALUES (:id, :hash, :account, :createdAt) ON CONFLICT DO NOTHING\
                """,
                blocked)
            .execute()
        == 1;
  }

  /** Somebody suspended shall not come back under the same address. */
  void blockAfter(Tx tx, Account account) {
    insert(
        tx, new Blocked(ids.next(), hash(account.email()), account.id().value(), clock.instant()));
  }

  void unblockAfter(Tx tx, Account account) {
    tx.update("DELETE FROM canonical_email_blocks WHERE account = :account")
        .bind("account", account.id())
        .execute();
  }

  public void unblock(ActorId staff, long id) {
    Blocked blocked = byId(id);
    database.run(tx -> {
      tx.update("DELETE FROM canonical_email_blocks WHERE id = :id").bind("id", id).execute();
      log.note(tx, staff, "destroy", SUBJECT, id, blocked.hash());
    });
  }

  public Blocked byId(long id) {
    return database
        .read(
            db -> db.query(SELECT + "WHERE id = :id").bind("id", id).mapTo(Blocked.class).findOne())
        .orElseThrow(Refused.NotFound::new);
  }

  /** Those that an address falls under. */
  public List<Blocked> matching(String email) {
    String hash = hash(email);
    return database.read(db -> find(db, hash)).stream().toList();
  }

  private static Optional<Blocked> find(Reading db, String hash) {
    return db.query(SELECT + "WHERE hash = :hash")
        .bind("hash", hash)
        .mapTo(Blocked.class)
        .findOne();
  }

  public Page<Blocked> page(Cursor cursor) {
    return database.read(db -> Rows.page(db, SELECT, "", cursor, Blocked.class, Blocked::id));
  }
}
