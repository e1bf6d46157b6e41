package social.parley.about;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.parley.core.Ids;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** How lively each of the last weeks was; a week that is over is counted once. */
public final class Weeks {
  private static final int SHOWN = 12;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Database database;
  private final Clock clock;
  private volatile List<Week> past = List.of();
  private volatile @Nullable Fresh fresh;

  private record Fresh(Week week, Instant until) {}

  /** A week from its Monday: posts written here, people who were here, and people who came. */
  public record Week(LocalDate monday, long posts, long people, long signUps) {}

  public Weeks(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** How much there is in a week, counted from the first of several. */
  private record Sum(long week, long total) {}

  /** The present week first. */
  public List<Week> last() {
    Instant now = clock.instant();
    LocalDate monday =
        LocalDate.ofInstant(now, ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    List<Week> weeks = new ArrayList<>();
    weeks.add(present(monday, now));
    weeks.addAll(before(monday));
    return weeks;
  }

  private Week present(LocalDate monday, Instant now) {
    Fresh known = fresh;
    if (known != null && known.week().monday().equals(monday) && now.isBefore(known.until()))
      return known.week();
    Week week = counted(monday, 1).getFirst();
    fresh = new Fresh(week, now.plus(KEPT));
    return week;
  }

  /** What is over does not change. */
  private List<Week> before(LocalDate monday) {
    List<Week> known = past;
    if (!known.isEmpty() && known.getFirst().monday().equals(monday.minusWeeks(1))) return known;
    List<Week> weeks = counted(monday.minusWeeks(SHOWN - 1), SHOWN - 1).reversed();
    past = weeks;
    return weeks;
  }

  private List<Week> counted(LocalDate first, int weeks) {
    long from = Ids.floor(first.atStartOfDay(ZoneOffset.UTC).toInstant());
    long week = Ids.floor(first.plusWeeks(1).atStartOfDay(ZoneOffset.UTC).toInstant()) - from;
    return database.read(db -> {
      Map<Long, Long> posts =
          sums(
              db,
              """
              SELECT (id - :from) / :week AS week, count(*) AS total FROM posts
              WHERE local AND boost_of IS NULL AND id >= :from AND id < :to GROUP BY 1\
              """,
              from,
              week,
              weeks);
      Map<Long, Long> people =
          sums(
              db,
              """
              SELECT (day - :from) / :week AS week, count(DISTINCT account) AS total
              FROM account_days WHERE day >= :from AND day < :to GROUP BY 1\
              """,
              first.toEpochDay(),
              7,
              weeks);
      Map<Long, Long> signUps =
          sums(
              db,
              """
              SELECT (id - :from) / :week AS week, count(*) AS total FROM accounts
              WHERE id >= :from AND id < :to GROUP BY 1\
              """,
              from,
              week,
              weeks);
      return LongStream.range(0, weeks)
          .mapToObj(i ->
              new Week(
                  first.plusWeeks(i),
                  posts.getOrDefault(i, 0L),
                  people.getOrDefault(i, 0L),
                  signUps.getOrDefault(i, 0L)))
          .toList();
    });
  }

  private static Map<Long, Long> sums(Reading db, String sql, long from, long week, int weeks) {
    return db.query(sql)
        .bind("from", from)
        .bind("week", week)
        .bind("to", from + weeks * week)
        .mapTo(Sum.class)
        .collect(Collectors.toMap(Sum::week, Sum::total));
  }
}
