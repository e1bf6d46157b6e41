package social.parley.moderation.figures;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** Counts what happened day by day. */
public final class Measures {
  /** Ids begin with the milliseconds of their making. */
  private static final String DAY_OF_ID = "((%s / 65536) / 86400000)";

  private static final String FAVOURITES =
      """
      SELECT f.id AS id, 1 AS weight FROM favourites f JOIN posts p ON p.id = f.post_id
      WHERE p.local AND f.id >= :from AND f.id < :to\
      """;
  private static final String BOOSTS =
      """
      SELECT b.id AS id, 1 AS weight FROM posts b JOIN posts p ON p.id = b.boost_of
      WHERE p.local AND b.id >= :from AND b.id < :to\
      """;
  private static final String ANSWERS =
      """
      SELECT r.id AS id, 1 AS weight FROM posts r JOIN posts p ON p.id = r.in_reply_to
      WHERE p.local AND r.id >= :from AND r.id < :to\
      """;

  private static final String TAGGED =
      """
      FROM tag_uses u JOIN actors a ON a.id = u.actor_id
      WHERE u.tag = :subject AND u.day >= :first AND u.day <= :last\
      """;

  private final Database database;

  public Measures(Database database) {
    this.database = database;
  }

  private record Day(long day, long value) {}

  /** The hashtag in use in these days that a number stands for, by whoever gives such numbers. */
  public Optional<String> tag(Span span, Predicate<String> wanted) {
    return database.read(db ->
        db
            .query("SELECT DISTINCT tag FROM tag_days WHERE day >= :first AND day <= :last")
            .bind("first", span.before().first().toEpochDay())
            .bind("last", span.last().toEpochDay())
            .mapTo(String.class)
            .list()
            .stream()
            .filter(wanted)
            .findFirst());
  }

  /** One measure; the subject is the hashtag, or the domain of the other server. */
  public Counted count(Measure measure, Span span, String subject) {
    return database.read(db -> {
      Map<LocalDate, Long> days = days(db, measure, span, subject);
      long sum = days.values().stream().mapToLong(Long::longValue).sum();
      if (measure.isOfInstance())
        return new Counted(measure, total(db, measure, subject), null, days);
      if (!isOfPeople(measure)) {
        long before =
            days(db, measure, span.before(), subject).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new Counted(measure, sum, before, days);
      }
      long before = distinct(db, measure, span.before(), subject);
      return new Counted(measure, distinct(db, measure, span, subject), before, days);
    });
  }

  /** Whether several days must not be added up, because they have some in common. */
  private static boolean isOfPeople(Measure measure) {
    return measure == Measure.ACTIVE_USERS
        || measure == Measure.TAG_ACCOUNTS
        || measure == Measure.TAG_SERVERS;
  }

  private static long distinct(Reading db, Measure measure, Span span, String subject) {
    String sql =
        switch (measure) {
          case TAG_ACCOUNTS -> "SELECT count(DISTINCT u.actor_id) " + TAGGED;
          case TAG_SERVERS -> "SELECT count(DISTINCT a.domain) " + TAGGED;
          case ACTIVE_USERS,
              NEW_USERS,
              INTERACTIONS,
              OPENED_REPORTS,
              RESOLVED_REPORTS,
              TAG_USES,
              INSTANCE_ACCOUNTS,
              INSTANCE_MEDIA_ATTACHMENTS,
              INSTANCE_REPORTS,
              INSTANCE_STATUSES,
              INSTANCE_FOLLOWS,
              INSTANCE_FOLLOWERS ->
              """
              SELECT count(DISTINCT account) FROM account_days
              WHERE day >= :first AND day <= :last\
              """;
        };
    return db.query(sql)
        .bind("subject", subject)
        .bind("first", span.first().toEpochDay())
        .bind("last", span.last().toEpochDay())
        .mapTo(long.class)
        .one();
  }

  private static Map<LocalDate, Long> days(Reading db, Measure measure, Span span, String subject) {
    Map<LocalDate, Long> days = new LinkedHashMap<>();
    for (LocalDate day : span.days()) days.put(day, 0L);
    var query =
        db.query(daily(measure))
            .bind("from", span.fromId())
            .bind("to", span.toId())
            .bind("first", span.first().toEpochDay())
            .bind("last", span.last().toEpochDay())
            .bind("begin", span.begin())
            .bind("end", span.end())
            .bind("subject", subject);
    for (Day day : query.mapTo(Day.class).list())
      days.replace(LocalDate.ofEpochDay(day.day()), day.value());
    return days;
  }

  private static String daily(Measure measure) {
    return switch (measure) {
      case ACTIVE_USERS ->
          """
          SELECT day, count(*) AS value FROM account_days
          WHERE day >= :first AND day <= :last GROUP BY day\
          """;
      case TAG_ACCOUNTS -> "SELECT u.day, count(*) AS value " + TAGGED + " GROUP BY u.day";
      case TAG_SERVERS ->
          "SELECT u.day, count(DISTINCT a.domain) AS value " + TAGGED + " GROUP BY u.day";
      case TAG_USES ->
          "SELECT u.day, CAST(sum(u.uses) AS BIGINT) AS value " + TAGGED + " GROUP BY u.day";
      case RESOLVED_REPORTS ->
          """
          SELECT resolved_at / 86400000 AS day, count(*) AS value FROM reports
          WHERE resolved_at >= :begin AND resolved_at < :end GROUP BY resolved_at / 86400000\
          """;
      case NEW_USERS,
          INTERACTIONS,
          OPENED_REPORTS,
          INSTANCE_ACCOUNTS,
          INSTANCE_MEDIA_ATTACHMENTS,
          INSTANCE_REPORTS,
          INSTANCE_STATUSES,
          INSTANCE_FOLLOWS,
          INSTANCE_FOLLOWERS -> {
        String day = DAY_OF_ID.formatted("e.id");
        yield "SELECT %1$s AS day, CAST(coalesce(sum(e.weight), 0) AS BIGINT) AS value FROM (%2$s) e GROUP BY %1$s"
            .formatted(day, events(measure, true));
      }
    };
  }

  /** A row for everything that counts: its id, and how much it counts. */
  private static String events(Measure measure, boolean within) {
    String range = within ? " AND e.id >= :from AND e.id < :to" : "";
    return switch (measure) {
      case NEW_USERS ->
          "SELECT e.id, 1 AS weight FROM accounts e WHERE e.email_key IS NOT NULL" + range;
      case OPENED_REPORTS -> "SELECT e.id, 1 AS weight FROM reports e WHERE e.id > 0" + range;
      case INTERACTIONS -> String.join(" UNION ALL ", FAVOURITES, BOOSTS, ANSWERS);
      case INSTANCE_ACCOUNTS ->
          "SELECT e.id, 1 AS weight FROM actors e WHERE e.domain = :subject AND e.deleted_at IS"
              + " NULL"
              + range;
      case INSTANCE_MEDIA_ATTACHMENTS -> there("media", "owner_id", "e.bytes") + range;
      case INSTANCE_REPORTS -> there("reports", "target_id", "1") + range;
      case INSTANCE_STATUSES -> there("posts", "author_id", "1") + range;
      case INSTANCE_FOLLOWS -> there("follows", "followed_id", "1") + range;
      case INSTANCE_FOLLOWERS -> there("follows", "follower_id", "1") + range;
      case ACTIVE_USERS, RESOLVED_REPORTS, TAG_ACCOUNTS, TAG_USES, TAG_SERVERS ->
          throw new IllegalArgumentException(measure.name());
    };
  }

  /** What belongs to people of a domain. */
  private static String there(String table, String owner, String weight) {
    return "SELECT e.id, %s AS weight FROM actors a JOIN %s e ON e.%s = a.id WHERE a.domain = :subject"
        .formatted(weight, table, owner);
  }

  private static long total(Reading db, Measure measure, String subject) {
    return db.query(
            "SELECT CAST(coalesce(sum(t.weight), 0) AS BIGINT) FROM ("
                + events(measure, false)
                + ") t")
        .bind("subject", subject)
        .mapTo(long.class)
        .one();
  }
}
