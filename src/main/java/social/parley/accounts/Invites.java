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
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The invitations that people here give to people they know. */
public final class Invites {
  private static final int CODE_LENGTH = 12;
  private static final String SELECT =
      """
      SELECT id, code, creator, max_uses, uses, expires_at, revoked_at, created_at FROM invites \
      """;

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Secrets secrets;

  public Invites(Database database, Ids ids, Clock clock, Secrets secrets) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.secrets = secrets;
  }

  /** A new invitation, for ever and for everybody unless limited. */
  public Invite create(
      @Nullable AccountId creator, @Nullable Integer maxUses, @Nullable Duration lasting) {
    if (maxUses != null && maxUses < 1) throw new Refused.Invalid("max_uses", "must be at least 1");
    Instant now = clock.instant();
    Invite invite =
        new Invite(
            ids.next(),
            secrets.fresh().substring(0, CODE_LENGTH),
            creator,
            maxUses,
            0,
            lasting == null ? null : now.plus(lasting),
            null,
            now);
    database.run(tx -> insert(tx, invite));
    return invite;
  }

  private static void insert(Tx tx, Invite invite) {
    tx.update(
            """
            INSERT INTO invites (id, code, creator, max_uses, uses, expires_at, created_at)
            VALUES (:id, :code, :creator, :maxUses, :uses, :expiresAt, :createdAt)
            """,
            invite)
        .execute();
  }

  /** The invitation with this code, if it can still be used. */
  public Optional<Invite> usable(String code) {
    return database.read(db -> find(db, code)).filter(invite -> invite.isUsable(clock.instant()));
  }

  /** The invitations that somebody has made, newest first. */
  public List<Invite> by(AccountId creator) {
    return database.read(db ->
        db.query(SELECT + "WHERE creator = :creator ORDER BY id DESC")
            .bind("creator", creator)
            .mapTo(Invite.class)
            .list());
  }

  /** Every invitation, newest first. */
  public List<Invite> all() {
    return database.read(db -> db.query(SELECT + "ORDER BY id DESC").mapTo(Invite.class).list());
  }

  /** Makes the invitation with this code useless from now on, whoever made it. */
  public void revoke(String code) {
    int changed =
        database.write(tx ->
            tx.update(
                    """
                    UPDATE invites SET revoked_at = :now
                    WHERE code = :code AND revoked_at IS NULL
                    """)
                .bind("now", clock.instant())
                .bind("code", code)
                .execute());
    if (changed == 0) throw new Refused.NotFound("there is no such invitation");
  }

  /** Makes an invitation useless from now on. */
  public void revoke(AccountId creator, long id) {
    int changed =
        database.write(tx ->
            tx.update(
                    """
                    UPDATE invites SET revoked_at = :now
                    WHERE id = :id AND creator = :creator AND revoked_at IS NULL
                    """)
                .bind("now", clock.instant())
                .bind("id", id)
                .bind("creator", creator)
                .execute());
    if (changed == 0) throw new Refused.NotFound();
  }

  /** Counts one use; false when it has just been used up. */
  boolean use(Tx tx, long id) {
    return tx.update(
                """
                UPDATE invites SET uses = uses + 1
                WHERE id = :id AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)
                """)
            .bind("id", id)
            .execute()
        == 1;
  }

  private static Optional<Invite> find(Reading db, String code) {
    return db.query(SELECT + "WHERE code = :code").bind("code", code).mapTo(Invite.class).findOne();
  }
}
