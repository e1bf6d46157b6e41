package social.parley.moderation;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import social.parley.config.AddressRange;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.http.AddressRule;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Snapshot;
import social.parley.storage.Tx;

/** The addresses from which not everything is taken; kept in memory, since every request asks. */
public final class IpBlocks implements AddressRule {
  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final String SUBJECT = "ip_block";
  private static final String SELECT =
      "SELECT id, range, severity, comment, created_at, expires_at FROM ip_blocks ";

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog log;
  private final Snapshot<List<Rule>> rules;

  private record Rule(AddressRange range, IpBlock block) {
    static Rule of(IpBlock block) {
      return new Rule(AddressRange.parse(block.range()), block);
    }
  }

  public IpBlocks(Database database, Ids ids, Clock clock, AuditLog log) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
    this.rules = new Snapshot<>(database, clock, KEPT, IpBlocks::all);
  }

  @Override
  public boolean admits(InetAddress address) {
    return severity(address) != IpSeverity.NO_ACCESS;
  }

  /** The hardest that is said about an address; null where nothing is. */
  @Nullable IpSeverity severity(InetAddress address) {
    Instant now = clock.instant();
    IpSeverity hardest = null;
    for (Rule rule : rules.get()) {
      Instant end = rule.block().expiresAt();
      if ((end != null && !end.isAfter(now)) || !rule.range().contains(address)) continue;
      IpSeverity severity = rule.block().severity();
      if (hardest == null || severity.compareTo(hardest) > 0) hardest = severity;
    }
    return hardest;
  }

  private static List<Rule> all(Reading db) {
    return db.query(SELECT).mapTo(IpBlock.class).map(Rule::of).list();
  }

  /** Blocks an address or a range of them, for a while or for good. */
  public IpBlock block(
      ActorId staff,
      String range,
      IpSeverity severity,
      String comment,
      @Nullable Duration lasting) {
    Instant now = clock.instant();
    Instant end = lasting == null ? null : now.plus(lasting);
    IpBlock block = new IpBlock(ids.next(), plain(range), severity, comment, now, end);
    changing(tx -> {
      int added =
          tx.update(
                  """
                  INSERT INTO ip_blocks (id, range, severity, comment, created_at, expires_at)
                  VALUES (:id, :range, :severity, :comment, :createdAt, :expiresAt)
                  ON CONFLICT DO NOTHING\
                  """,
                  block)
              .execute();
      if (added == 0) throw new Refused.Invalid("ip", "ERR_TAKEN", "has already been taken");
      log.note(tx, staff, "create", SUBJECT, block.id(), block.range());
    });
    return block;
  }

  private static String plain(String range) {
    try {
      return AddressRange.parse(range.strip()).toString();
    } catch (IllegalArgumentException notOne) {
      throw new Refused.Invalid("ip", "ERR_INVALID", "is not a valid IP address");
    }
  }

  /** Changes a block; what is null stays as it is. */
  public IpBlock change(
      ActorId staff,
      long id,
      @Nullable String range,
      @Nullable IpSeverity severity,
      @Nullable String comment,
      @Nullable Duration lasting) {
    IpBlock before = byId(id);
    IpBlock after =
        new IpBlock(
            id,
            range == null ? before.range() : plain(range),
            severity == null ? before.severity() : severity,
            comment == null ? before.comment() : comment,
            before.createdAt(),
            lasting == null ? before.expiresAt() : clock.instant().plus(lasting));
    changing(tx -> {
      tx.update(
              """
              UPDATE ip_blocks SET range = :range, severity = :severity, comment = :comment,
                expires_at = :expiresAt
              WHERE id = :id\
              """,
              after)
          .execute();
      log.note(tx, staff, "update", SUBJECT, id, after.range());
    });
    return after;
  }

  public void unblock(ActorId staff, long id) {
    IpBlock block = byId(id);
    changing(tx -> {
      tx.update("DELETE FROM ip_blocks WHERE id = :id").bind("id", id).execute();
      log.note(tx, staff, "destroy", SUBJECT, id, block.range());
    });
  }

  private void changing(Consumer<Tx> work) {
    database.run(tx -> {
      work.accept(tx);
      rules.drop(tx);
    });
  }

  public IpBlock byId(long id) {
    return database
        .read(
            db -> db.query(SELECT + "WHERE id = :id").bind("id", id).mapTo(IpBlock.class).findOne())
        .orElseThrow(Refused.NotFound::new);
  }

  public Page<IpBlock> page(Cursor cursor) {
    return database.read(db -> Rows.page(db, SELECT, "", cursor, IpBlock.class, IpBlock::id));
  }

  /** Forgets blocks that are over; to be called daily. */
  public void tidy() {
    changing(tx ->
        tx.update("DELETE FROM ip_blocks WHERE expires_at <= :now")
            .bind("now", clock.instant())
            .execute());
  }
}
