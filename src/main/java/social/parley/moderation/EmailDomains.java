package social.parley.moderation;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** Domains whose e-mail addresses may not sign up, or not without a moderator's yes. */
public final class EmailDomains {
  /** For how many days attempts are counted. */
  public static final int DAYS = 7;

  private static final String SUBJECT = "email_domain_block";
  private static final String SELECT =
      "SELECT id, domain, allow_with_approval, created_at FROM email_domain_blocks ";

  /** One domain with everything under it. */
  public record Blocked(long id, String domain, boolean allowWithApproval, Instant createdAt) {}

  /** How many tries there were on one day, and from how many addresses. */
  public record Tries(long blockId, long day, long accounts, long uses) {
    /** When the day began. */
    public Instant begin() {
      return Instant.EPOCH.plus(Duration.ofDays(day));
    }
  }

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog log;

  public EmailDomains(Database database, Ids ids, Clock clock, AuditLog log) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  public Blocked block(ActorId staff, String typed, boolean allowWithApproval) {
    String domain = DomainName.read(typed);
    Blocked blocked = new Blocked(ids.next(), domain, allowWithApproval, clock.instant());
    database.run(tx -> {
      int added =
          tx.update(
                  """
                  INSERT INTO email_domain_blocks (id, domain, allow_with_approval, created_at)
                  VALUES (:id, :domain, :allowWithApproval, :createdAt) ON CONFLICT DO NOTHING\
                  """,
                  blocked)
              .execute();
      if (added == 0) throw new Refused.Invalid("domain", "ERR_TAKEN", "has already been taken");
      log.note(tx, staff, "create", SUBJECT, blocked.id(), domain);
    });
    return blocked;
  }

  public void unblock(ActorId staff, long id) {
    Blocked blocked = byId(id);
    database.run(tx -> {
      tx.update("DELETE FROM email_domain_blocks WHERE id = :id").bind("id", id).execute();
      log.note(tx, staff, "destroy", SUBJECT, id, blocked.domain());
    });
  }

  public Blocked byId(long id) {
    return database
        .read(
            db -> db.query(SELECT + "WHERE id = :id").bind("id", id).mapTo(Blocked.class).findOne())
        .orElseThrow(Refused.NotFound::new);
  }

  public Page<Blocked> page(Cursor cursor) {
    return database.read(db -> Rows.page(db, SELECT, "", cursor, Blocked.class, Blocked::id));
  }

  /** What is said about the domain of an address, if anything. */
  Optional<Blocked> of(String email) {
    String domain = email.substring(email.lastIndexOf('@') + 1).strip();
    if (domain.isEmpty()) return Optional.empty();
    return database.read(db ->
        db.query(SELECT + "WHERE domain IN (<names>) ORDER BY length(domain) DESC LIMIT 1")
            .bindList("names", DomainName.withParents(domain))
            .mapTo(Blocked.class)
            .findOne());
  }

  /** Counts somebody who has tried. */
  void tried(Blocked blocked, @Nullable InetAddress from) {
    long today = Presence.day(clock.instant());
    database.run(tx -> {
      tx.update("DELETE FROM email_domain_attempts WHERE day <= :before")
          .bind("before", today - DAYS)
          .execute();
      tx.update(
              """
              INSERT INTO email_domain_attempts (id, block_id, day, address)
              VALUES (:id, :block, :day, :address)\
              """)
          .bind("id", ids.next())
          .bind("block", blocked.id())
          .bind("day", today)
          .bind("address", from == null ? "" : from.getHostAddress())
          .execute();
    });
  }

  /** The last days of each, the latest first; days without a try are there, too. */
  public Map<Long, List<Tries>> history(Collection<Blocked> some) {
    List<Long> blocks = some.stream().map(Blocked::id).toList();
    Map<Long, Map<Long, Tries>> counted = new HashMap<>();
    for (Tries tries : database.read(db -> counted(db, blocks)))
      counted.computeIfAbsent(tries.blockId(), _ -> new HashMap<>()).put(tries.day(), tries);
    long today = Presence.day(clock.instant());
    Map<Long, List<Tries>> history = new HashMap<>();
    for (Long id : blocks) {
      List<Tries> days = new ArrayList<>();
      for (long day = today; day > today - DAYS; day--)
        days.add(counted.getOrDefault(id, Map.of()).getOrDefault(day, new Tries(id, day, 0, 0)));
      history.put(id, days);
    }
    return history;
  }

  private static List<Tries> counted(Reading db, List<Long> blocks) {
    return db.query(
            """
            SELECT block_id, day, count(DISTINCT address) AS accounts, count(*) AS uses
            FROM email_domain_attempts WHERE block_id IN (<blocks>) GROUP BY block_id, day\
            """)
        .bindList(EmptyHandling.NULL_KEYWORD, "blocks", blocks)
        .mapTo(Tries.class)
        .list();
  }
}
