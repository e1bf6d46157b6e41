package social.parley.moderation.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** Finds out who stays: of those who came at one time, how many are still here later. */
public final class Cohorts {
  private final Database database;

  /** How long one period is. */
  public enum Frequency {
    DAY,
    MONTH;

    LocalDate begin(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case MONTH -> day.withDayOfMonth(1);
      };
    }

    LocalDate next(LocalDate begin) {
      return switch (this) {
        case DAY -> begin.plusDays(1);
        case MONTH -> begin.plusMonths(1);
      };
    }
  }

  public Cohorts(Database database) {
    this.database = database;
  }

  private record Presence(long account, long joined, long day) {}

  private record Newcomer(long account, long joined) {}

  /** A cohort for each period of the span, each with every period from its own on. */
  public List<Cohort> of(Span span, Frequency frequency) {
    return database.read(db -> {
      Map<LocalDate, Set<Long>> came = new TreeMap<>();
      for (LocalDate day : span.days())
        came.computeIfAbsent(frequency.begin(day), _ -> new HashSet<>());
      for (Newcomer one : newcomers(db, span))
        came.computeIfAbsent(
                frequency.begin(LocalDate.ofEpochDay(one.joined())), _ -> new HashSet<>())
            .add(one.account());
      Map<LocalDate, Map<LocalDate, Set<Long>>> back = back(db, span, frequency);
      List<Cohort> cohorts = new ArrayList<>();
      came.forEach((period, people) ->
          cohorts.add(
              cohort(span, frequency, period, people, back.getOrDefault(period, Map.of()))));
      return cohorts;
    });
  }

  private static List<Newcomer> newcomers(Reading db, Span span) {
    return db.query(
            """
            SELECT id AS account, (id / 65536) / 86400000 AS joined FROM accounts
            WHERE id >= :from AND id < :to AND email_key IS NOT NULL\
            """)
        .bind("from", span.fromId())
        .bind("to", span.toId())
        .mapTo(Newcomer.class)
        .list();
  }

  private static Map<LocalDate, Map<LocalDate, Set<Long>>> back(
      Reading db, Span span, Frequency frequency) {
    Map<LocalDate, Map<LocalDate, Set<Long>>> back = new HashMap<>();
    db.query(
            """
            SELECT u.id AS account, (u.id / 65536) / 86400000 AS joined, d.day FROM accounts u
            JOIN account_days d ON d.account = u.id
            WHERE u.id >= :from AND u.id < :to AND u.email_key IS NOT NULL AND d.day <= :last\
            """)
        .bind("from", span.fromId())
        .bind("to", span.toId())
        .bind("last", span.last().toEpochDay())
        .mapTo(Presence.class)
        .forEach(one ->
            back.computeIfAbsent(
                    frequency.begin(LocalDate.ofEpochDay(one.joined())), _ -> new HashMap<>())
                .computeIfAbsent(
                    frequency.begin(LocalDate.ofEpochDay(one.day())), _ -> new HashSet<>())
                .add(one.account()));
    return back;
  }

  private static Cohort cohort(
      Span span,
      Frequency frequency,
      LocalDate period,
      Set<Long> people,
      Map<LocalDate, Set<Long>> back) {
    List<Cohort.Return> returns = new ArrayList<>();
    for (LocalDate at = period; !at.isAfter(span.last()); at = frequency.next(at)) {
      // Whoever came in this period was here in it.
      int here = at.equals(period) ? people.size() : back.getOrDefault(at, Set.of()).size();
      returns.add(
          new Cohort.Return(at, here, people.isEmpty() ? 0 : (double) here / people.size()));
    }
    return new Cohort(period, returns);
  }
}
