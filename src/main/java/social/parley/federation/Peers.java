package social.parley.federation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Snapshot;

/** The other servers this one knows somebody on. */
public final class Peers {
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Snapshot<List<String>> domains;

  public Peers(Database database, InstantSource clock) {
    this.domains = new Snapshot<>(database, clock, KEPT, Peers::all);
  }

  /** Those that begin like this, at most so many; the shortest first. */
  public List<String> startingWith(String start, int most) {
    return domains().stream()
        .filter(domain -> domain.startsWith(start))
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }

  /** Their handle domains, at most some minutes old. */
  public List<String> domains() {
    return domains.get();
  }

  private static List<String> all(Reading db) {
    return db.query(
            """
            SELECT DISTINCT domain FROM actors
            WHERE NOT local AND deleted_at IS NULL ORDER BY domain\
            """)
        .mapTo(String.class)
        .list();
  }
}
