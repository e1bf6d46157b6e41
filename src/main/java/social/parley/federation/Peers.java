package social.parley.federation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import social.parley.storage.Database;

/** The other servers this one knows somebody on. */
public final class Peers {
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Database database;
  private final InstantSource clock;
  private volatile Known known = new Known(List.of(), Instant.MIN);

  private record Known(List<String> domains, Instant until) {}

  public Peers(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
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
    Known now = known;
    if (clock.instant().isBefore(now.until())) return now.domains();
    List<String> domains =
        database.read(db ->
            db.query(
                    """
                    SELECT DISTINCT domain FROM actors
                    WHERE NOT local AND deleted_at IS NULL ORDER BY domain\
                    """)
                .mapTo(String.class)
                .list());
    known = new Known(domains, clock.instant().plus(KEPT));
    return domains;
  }
}
