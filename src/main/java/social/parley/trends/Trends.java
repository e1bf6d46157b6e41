package social.parley.trends;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import social.parley.cards.TrendingLinks;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.follows.Wanted;
import social.parley.jobs.Jobs;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.trends.TrendStore.Liked;
import social.parley.trends.TrendStore.Row;
import social.parley.trends.TrendStore.Shared;
import social.parley.trends.TrendStore.Used;

/**
 * The front door to what is talked about. It is reckoned anew every few minutes from counters that
 * are kept anyway; a tag or link needs several people, so that nobody makes a trend alone.
 */
public final class Trends implements TrendingLinks {
  /** What trends are built on. */
  public record Needs(
      Database database,
      Ids ids,
      Clock clock,
      Jobs jobs,
      Posts posts,
      ToLongFunction<String> tagIds,
      boolean review) {}

  /** A page of posts, and how many places of the ranking it covers. */
  public record Found(List<Post> posts, int ranked) {}

  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final Duration LOOK_BACK = Duration.ofHours(24);
  private static final Duration OLDEST_POST = Duration.ofHours(48);
  private static final int LEAST_PEOPLE = 2;
  private static final int MOST = 500;
  private static final int AT_ONCE = 500;

  private final Needs needs;
  private final TrendStore store = new TrendStore();
  private final ReviewStore reviews = new ReviewStore();
  private final LinkHistory links = new LinkHistory();
  private volatile Instant last = Instant.EPOCH;

  public Trends(Needs needs) {
    this.needs = needs;
    needs.jobs().every(PAUSE, "trends.refresh", this::refresh);
  }

  /** Reckons everything anew. */
  public void refresh() {
    Instant now = needs.clock().instant();
    boolean first = last.equals(Instant.EPOCH);
    Instant reactions = first ? now.minus(LOOK_BACK) : last.minus(PAUSE);
    keep(TrendKind.POST, needs.database().read(db -> posts(db, reactions, now)), now);
    keep(TrendKind.TAG, needs.database().read(db -> tags(db, now)), now);
    registerTags();
    keep(TrendKind.LINK, needs.database().read(db -> links(db, now)), now);
    last = now;
  }

  /** Makes tags of today and yesterday known to staff, so that they have a number. */
  public void registerTags() {
    Instant now = needs.clock().instant();
    long day = LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
    needs
        .database()
        .run(tx -> {
          for (String tag : store.unregistered(tx, day - 1, MOST))
            reviews.request(tx, TrendKind.TAG, tag, id(TrendKind.TAG, tag), now);
        });
  }

  private void keep(TrendKind kind, List<Row> rows, Instant now) {
    List<Row> most =
        rows.stream()
            .filter(row -> row.score() >= Scores.LEAST)
            .sorted(Comparator.comparingDouble(Row::score).reversed())
            .limit(MOST)
            .toList();
    needs
        .database()
        .run(tx -> {
          store.replace(tx, kind, most);
          for (Row row : most) {
            reviews.request(tx, kind, row.subject(), id(kind, row.subject()), now);
            if (row.parent() != null)
              reviews.request(tx, TrendKind.PROVIDER, row.parent(), needs.ids().next(), now);
          }
        });
  }

  private long id(TrendKind kind, String subject) {
    return switch (kind) {
      case TAG -> needs.tagIds().applyAsLong(subject);
      case POST, LINK -> Long.parseLong(subject);
      case PROVIDER -> needs.ids().next();
    };
  }

  private List<Row> posts(Reading db, Instant since, Instant now) {
    Set<PostId> candidates = store.reactedTo(db, since);
    for (Row row : store.all(db, TrendKind.POST)) candidates.add(PostId.parse(row.subject()));
    List<Row> rows = new ArrayList<>();
    List<PostId> all = new ArrayList<>(candidates);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<PostId> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      for (Liked post : store.liked(db, some, now.minus(OLDEST_POST)))
        if (post.reactions() >= LEAST_PEOPLE)
          rows.add(
              new Row(
                  TrendKind.POST,
                  post.id().toString(),
                  null,
                  Scores.post(
                      post.reactions(), Duration.between(Ids.timeOf(post.id().value()), now)),
                  now));
    }
    return rows;
  }

  /** Days are cut at midnight, so yesterday still counts as far as today has not come yet. */
  private List<Row> tags(Reading db, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    double gone =
        Duration.between(today.atStartOfDay(ZoneOffset.UTC).toInstant(), now).toMillis()
            / (double) Duration.ofDays(1).toMillis();
    Map<String, Row> rows = faded(db, TrendKind.TAG, now);
    for (Used tag : store.used(db, today.toEpochDay(), LEAST_PEOPLE)) {
      double observed = tag.today() + (1 - gone) * tag.yesterday();
      double expected = gone * tag.yesterday() + (1 - gone) * tag.before();
      rise(rows, new Row(TrendKind.TAG, tag.tag(), null, Scores.rise(observed, expected), now));
    }
    return new ArrayList<>(rows.values());
  }

  private List<Row> links(Reading db, Instant now) {
    Map<String, Row> rows = faded(db, TrendKind.LINK, now);
    Map<String, Shared> pages = new LinkedHashMap<>();
    Instant day = now.minus(Duration.ofDays(1));
    for (Shared link : store.shared(db, day.minus(Duration.ofDays(1)), day, LEAST_PEOPLE))
      pages.merge(
          link.canonical(), link, (one, other) -> one.people() < other.people() ? other : one);
    for (Shared link : pages.values())
      rise(
          rows,
          new Row(
              TrendKind.LINK,
              Long.toString(link.cardId()),
              Iri.parse(link.canonical()).map(Iri::host).orElse(null),
              Scores.rise(link.people(), link.before()),
              now));
    return new ArrayList<>(rows.values());
  }

  private Map<String, Row> faded(Reading db, TrendKind kind, Instant now) {
    Map<String, Row> rows = new HashMap<>();
    for (Row row : store.all(db, kind))
      rows.put(
          row.subject(),
          new Row(
              kind,
              row.subject(),
              row.parent(),
              Scores.faded(row.score(), Duration.between(row.countedAt(), now)),
              now));
    return rows;
  }

  private static void rise(Map<String, Row> rows, Row fresh) {
    rows.merge(fresh.subject(), fresh, (old, now) -> old.score() > now.score() ? old : now);
  }

  /** Tags that are talked about, the most first. */
  public List<String> tags(int offset, int limit) {
    return shown(TrendKind.TAG, offset, limit);
  }

  /** The cards of links that are talked about, the most first. */
  public List<Long> links(int offset, int limit) {
    return shown(TrendKind.LINK, offset, limit).stream().map(Long::parseLong).toList();
  }

  private List<String> shown(TrendKind kind, int offset, int limit) {
    return needs.database().read(db -> store.shown(db, kind, !needs.review(), offset, limit));
  }

  /** Posts that are liked, the most first, as far as this viewer may see them and wants to. */
  public Found posts(@Nullable ActorId viewer, int offset, int limit) {
    return needs
        .database()
        .read(db -> {
          List<PostId> ids =
              store.shown(db, TrendKind.POST, !needs.review(), offset, limit).stream()
                  .map(PostId::parse)
                  .toList();
          return new Found(wanted(db, viewer, ids), ids.size());
        });
  }

  private List<Post> wanted(Reading db, @Nullable ActorId viewer, List<PostId> ids) {
    List<Post> visible =
        needs.posts().visibility().visible(db, viewer, needs.posts().byIds(db, ids).values());
    if (viewer == null || visible.isEmpty()) return visible;
    Set<ActorId> wanted =
        Set.copyOf(
            db.query(
                    "SELECT a.id FROM actors a WHERE a.id IN (<authors>) AND "
                        + Wanted.sql(":viewer", "a.id"))
                .bind("viewer", viewer)
                .bind("now", needs.clock().instant())
                .bindList("authors", visible.stream().map(Post::author).distinct().toList())
                .mapTo(ActorId.class)
                .list());
    return visible.stream().filter(post -> wanted.contains(post.author())).toList();
  }

  /** All that is talked about, for staff, whether it may be shown or not. */
  public List<String> forStaff(TrendKind kind, int offset, int limit) {
    return needs.database().read(db -> store.forStaff(db, kind, offset, limit));
  }

  /** The last seven days of links, today first. */
  public Map<Long, List<LinkDay>> history(Collection<Long> cards) {
    LocalDate today = LocalDate.ofInstant(needs.clock().instant(), ZoneOffset.UTC);
    return cards.isEmpty() ? Map.of() : needs.database().read(db -> links.of(db, cards, today));
  }

  @Override
  public boolean includesAny(Reading db, Collection<Long> cards) {
    Set<Long> shown = Set.copyOf(cards);
    return store.shown(db, TrendKind.LINK, !needs.review(), 0, MOST).stream()
        .anyMatch(card -> shown.contains(Long.parseLong(card)));
  }
}
