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
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<LocalDate, Week> past = new ConcurrentHashMap<>();
  private volatile @Nullable Fresh fresh;

  private record Fresh(Week week, Instant until) {}

  /** A week from its Monday: posts written here, people who were here, and people who came. */
  public record Week(LocalDate monday, long posts, long people, long signUps) {}

  public Weeks(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The present week first. */
  public List<Week> last() {
    Instant now = clock.instant();
    LocalDate monday =
        LocalDate.ofInstant(now, ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    past.keySet().removeIf(day -> day.isBefore(monday.minusWeeks(SHOWN)));
    List<Week> weeks = new ArrayList<>();
    weeks.add(present(monday, now));
    for (int ago = 1; ago < SHOWN; ago++)
      weeks.add(past.computeIfAbsent(monday.minusWeeks(ago), this::count));
    return weeks;
  }

  private Week present(LocalDate monday, Instant now) {
    Fresh known = fresh;
    if (known != null && known.week().monday().equals(monday) && now.isBefore(known.until()))
      return known.week();
    Week week = count(monday);
    fresh = new Fresh(week, now.plus(KEPT));
    return week;
  }

  private Week count(LocalDate monday) {
    Instant from = monday.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = monday.plusWeeks(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return database.read(db ->
        new Week(
            monday,
            count(
                db,
                """
                SELECT count(*) FROM posts WHERE local AND boost_of IS NULL
                  AND id >= :from AND id < :to\
                """,
                Ids.floor(from),
                Ids.floor(to)),
            count(
                db,
                "SELECT count(DISTINCT account) FROM account_days WHERE day >= :from AND day < :to",
                monday.toEpochDay(),
                monday.toEpochDay() + 7),
            count(
                db,
                "SELECT count(*) FROM accounts WHERE id >= :from AND id < :to",
                Ids.floor(from),
                Ids.floor(to))));
  }

  private static long count(Reading db, String sql, long from, long to) {
    return db.query(sql).bind("from", from).bind("to", to).mapTo(long.class).one();
  }
}
