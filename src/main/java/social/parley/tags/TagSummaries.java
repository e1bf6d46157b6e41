package social.parley.tags;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.posts.Visibility;
import social.parley.storage.Reading;

/** Sums hashtags up for whoever reads of them; all names are in their normalised form. */
public final class TagSummaries {
  /** How many days a history has, today among them. */
  private static final int DAYS = 7;

  private static final String FACTS =
      """
      SELECT 'used' AS kind, tag, day, uses, accounts FROM tag_days
      WHERE tag IN (<tags>) AND day > :before
      UNION ALL SELECT 'followed', tag, 0, 0, 0 FROM tag_follows
      WHERE actor_id = :viewer AND tag IN (<tags>)
      UNION ALL SELECT 'featured', tag, 0, 0, 0 FROM featured_tags
      WHERE actor_id = :viewer AND tag IN (<tags>)\
      """;

  private final Clock clock;

  private enum Kind {
    USED,
    FOLLOWED,
    FEATURED
  }

  private record Fact(Kind kind, String tag, long day, long uses, long accounts) {}

  public TagSummaries(Clock clock) {
    this.clock = clock;
  }

  /**
   * One for each of the hashtags, with one statement; days without use are there with zeros, and a
   * stranger (null) neither follows nor shows any.
   */
  public Map<String, TagSummary> of(Reading db, @Nullable ActorId viewer, Collection<String> tags) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Map<String, Map<Long, Fact>> used = new HashMap<>();
    Set<String> followed = new HashSet<>();
    Set<String> featured = new HashSet<>();
    for (Fact fact : facts(db, viewer, tags, today.toEpochDay() - DAYS))
      switch (fact.kind()) {
        case USED -> used.computeIfAbsent(fact.tag(), _ -> new HashMap<>()).put(fact.day(), fact);
        case FOLLOWED -> followed.add(fact.tag());
        case FEATURED -> featured.add(fact.tag());
      }
    Map<String, TagSummary> summaries = new HashMap<>();
    for (String tag : tags)
      summaries.put(
          tag,
          new TagSummary(
              history(today, used.getOrDefault(tag, Map.of())),
              followed.contains(tag),
              featured.contains(tag)));
    return summaries;
  }

  private static List<Fact> facts(
      Reading db, @Nullable ActorId viewer, Collection<String> tags, long before) {
    return db.query(FACTS)
        .bind("viewer", viewer == null ? Visibility.NOBODY : viewer)
        .bind("before", before)
        .bindList(EmptyHandling.NULL_KEYWORD, "tags", List.copyOf(tags))
        .mapTo(Fact.class)
        .list();
  }

  private static List<TagDay> history(LocalDate today, Map<Long, Fact> used) {
    List<TagDay> days = new ArrayList<>();
    for (int ago = 0; ago < DAYS; ago++) {
      LocalDate day = today.minusDays(ago);
      Fact fact = used.get(day.toEpochDay());
      days.add(
          fact == null ? new TagDay(day, 0, 0) : new TagDay(day, fact.uses(), fact.accounts()));
    }
    return days;
  }
}
