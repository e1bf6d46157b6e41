package social.parley.trends;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import social.parley.core.Ids;
import social.parley.storage.Reading;

/** How often links were shared, day by day. */
final class LinkHistory {
  static final int DAYS = 7;

  /** Ids hold milliseconds in their upper bits. */
  private static final String COUNTS =
      """
      SELECT s.card_id, (s.post_id >> 16) / 86400000 AS day, COUNT(*) AS uses,
        COUNT(DISTINCT p.author_id) AS accounts
      FROM post_cards s JOIN posts p ON p.id = s.post_id
      WHERE s.card_id IN (<cards>) AND s.post_id >= :since AND p.reach = 'public'
      GROUP BY s.card_id, (s.post_id >> 16) / 86400000\
      """;

  private record Row(long cardId, long day, long uses, long accounts) {}

  Map<Long, List<LinkDay>> of(Reading db, Collection<Long> cards, LocalDate today) {
    LocalDate first = today.minusDays(DAYS - 1);
    Map<Long, Map<Long, Row>> rows = new HashMap<>();
    db.query(COUNTS)
        .bindList("cards", List.copyOf(cards))
        .bind("since", Ids.floor(first.atStartOfDay(ZoneOffset.UTC).toInstant()))
        .mapTo(Row.class)
        .forEach(
            row -> rows.computeIfAbsent(row.cardId(), _ -> new HashMap<>()).put(row.day(), row));
    Map<Long, List<LinkDay>> history = new HashMap<>();
    for (long card : cards) {
      Map<Long, Row> known = rows.getOrDefault(card, Map.of());
      List<LinkDay> days = new ArrayList<>();
      for (LocalDate day = today; !day.isBefore(first); day = day.minusDays(1)) {
        Row row = known.get(day.toEpochDay());
        days.add(
            row == null ? new LinkDay(day, 0, 0) : new LinkDay(day, row.uses(), row.accounts()));
      }
      history.put(card, days);
    }
    return history;
  }
}
