package social.parley.profiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.ActorChanged;
import social.parley.actors.Actors;
import social.parley.actors.ProfileEdit;
import social.parley.actors.ProfileField;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.fetch.FetchOptions;
import social.parley.fetch.Fetched;
import social.parley.fetch.Fetcher;
import social.parley.follows.Followed;
import social.parley.follows.Follows;
import social.parley.jobs.Jobs;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * Looks whether the pages that profiles link to link back, which shows whose they are: those of
 * people here whenever they save them and every fortnight, those of others while somebody here
 * follows them.
 */
public final class LinkChecks {
  private static final String CHECK = "profiles.check-links";
  private static final String ROUND = "profiles.check-again";
  private static final int MOST_LINKS = 8;
  private static final long LONGEST_PAGE = 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LATEST = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofDays(1);
  private static final int FORTNIGHT = 14;

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;
  private final Jobs jobs;
  private final Actors actors;
  private final Follows follows;
  private final Fetcher fetcher;

  /** Others whose links were looked at lately; profiles are fetched far more often. */
  private final Cache<ActorId, Boolean> lately =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(PAUSE).build();

  /** What to look at. */
  record Check(ActorId actor) {}

  private enum Finding {
    LINKS_BACK,
    DOES_NOT,
    UNKNOWN
  }

  public LinkChecks(
      Database database,
      Clock clock,
      RandomGenerator random,
      Jobs jobs,
      Actors actors,
      Follows follows,
      Fetcher fetcher) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.jobs = jobs;
    this.actors = actors;
    this.follows = follows;
    this.fetcher = fetcher;
    jobs.handle(CHECK, Check.class, check -> check(check.actor()));
    jobs.every(PAUSE, ROUND, this::round);
  }

  public void saved(Tx tx, FieldsSaved saved) {
    if (hasLink(tx, saved.actor())) jobs.enqueue(tx, CHECK, new Check(saved.actor()));
  }

  public void changed(Tx tx, ActorChanged changed) {
    if (!changed.local() && follows.hasLocalFollower(tx, changed.actor()))
      other(tx, changed.actor());
  }

  public void followed(Tx tx, Followed followed) {
    other(tx, followed.follow().followed());
  }

  private void other(Tx tx, ActorId id) {
    if (lately.getIfPresent(id) != null) return;
    Actor actor = actors.byId(tx, id).orElse(null);
    if (actor == null || actor.local() || !hasUnverifiedLink(actor)) return;
    lately.put(id, true);
    // Not all at once, when many servers learn of a change at the same moment.
    Duration wait = Duration.ofMillis(random.nextLong(LATEST.toMillis()));
    jobs.enqueue(tx, CHECK, new Check(id), clock.instant().plus(wait));
  }

  private boolean hasLink(Reading db, ActorId id) {
    return actors.byId(db, id).stream()
        .flatMap(actor -> actor.fields().stream())
        .anyMatch(field -> LinkBack.page(field).isPresent());
  }

  private static boolean hasUnverifiedLink(Actor actor) {
    return actor.fields().stream()
        .anyMatch(field -> field.verifiedAt() == null && LinkBack.page(field).isPresent());
  }

  /** Every day another part of the people here. */
  private void round() {
    long slot = clock.instant().toEpochMilli() / PAUSE.toMillis() % FORTNIGHT;
    database.run(tx -> {
      List<ActorId> some =
          tx.query(
                  """
                  SELECT id FROM actors WHERE local AND deleted_at IS NULL AND fields <> '[]'
                    AND (id / 65536) % :parts = :slot\
                  """)
              .bind("parts", FORTNIGHT)
              .bind("slot", slot)
              .mapTo(ActorId.class)
              .list();
      for (ActorId one : some) {
        Duration wait = Duration.ofMillis(random.nextLong(PAUSE.toMillis() / 2));
        jobs.enqueue(tx, CHECK, new Check(one), clock.instant().plus(wait));
      }
    });
  }

  private void check(ActorId id) {
    Actor actor = actors.byId(id).filter(Actor::isPresent).orElse(null);
    if (actor == null) return;
    Map<Iri, Finding> findings = new HashMap<>();
    for (ProfileField field : actor.fields())
      LinkBack.page(field)
          .filter(_ -> findings.size() < MOST_LINKS)
          .ifPresent(page -> findings.computeIfAbsent(page, one -> look(one, actor)));
    if (findings.isEmpty()) return;
    Instant now = clock.instant();
    database.run(tx -> {
      // What was changed meanwhile is looked at by itself.
      List<ProfileField> before = actors.byId(tx, id).map(Actor::fields).orElse(List.of());
      List<ProfileField> after =
          before.stream().map(field -> judged(field, findings, now)).toList();
      if (!after.equals(before)) actors.edit(tx, id, new ProfileEdit().fields(after));
    });
  }

  private static ProfileField judged(ProfileField field, Map<Iri, Finding> findings, Instant now) {
    Finding finding = LinkBack.page(field).map(findings::get).orElse(Finding.UNKNOWN);
    return switch (finding) {
      case UNKNOWN -> field;
      case DOES_NOT -> with(field, null);
      case LINKS_BACK -> field.verifiedAt() == null ? with(field, now) : field;
    };
  }

  private static ProfileField with(ProfileField field, @Nullable Instant verified) {
    return new ProfileField(field.name(), field.html(), field.source(), verified);
  }

  private Finding look(Iri page, Actor actor) {
    FetchOptions options =
        FetchOptions.plain("text/html, application/xhtml+xml")
            .withDeadline(PATIENCE)
            .startOf(LONGEST_PAGE);
    return switch (fetcher.get(page.withoutFragment(), options)) {
      case Fetched.Document found when isPage(found) ->
          LinkBack.in(found, actor) ? Finding.LINKS_BACK : Finding.DOES_NOT;
      case Fetched.Document _, Fetched.Gone _, Fetched.Missing _, Fetched.Blocked _ ->
          Finding.DOES_NOT;
      case Fetched.Denied _, Fetched.Unreachable _ -> Finding.UNKNOWN;
    };
  }

  private static boolean isPage(Fetched.Document found) {
    String type = found.contentType().strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
  }
}
