package social.parley.trends;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** What staff says about trends, the sites of links, and tags. */
public final class TrendReviews {
  private final Database database;
  private final Clock clock;
  private final ReviewStore store = new ReviewStore();

  public TrendReviews(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What has been asked about one kind, the newest first. */
  public Page<Review> page(TrendKind kind, Cursor cursor) {
    return database.read(db -> store.page(db, kind, cursor));
  }

  public Optional<Review> find(TrendKind kind, long id) {
    return database.read(db -> store.byId(db, kind, id));
  }

  /** What is known about some things of one kind, by their names. */
  public Map<String, Review> of(TrendKind kind, Collection<String> subjects) {
    return subjects.isEmpty() ? Map.of() : database.read(db -> store.of(db, kind, subjects));
  }

  /** Writes down that staff may say something about a thing, which has this number. */
  public void ask(TrendKind kind, String subject, long id) {
    database.run(tx -> store.request(tx, kind, subject, id, clock.instant()));
  }

  /** Lets something be shown, or keeps it out. */
  public Review decide(TrendKind kind, long id, boolean allowed) {
    return database.write(tx -> {
      Review review = store.byId(tx, kind, id).orElseThrow(Refused.NotFound::new);
      store.decide(tx, kind, review.subject(), allowed, clock.instant());
      return store.byId(tx, kind, id).orElseThrow(Refused.NotFound::new);
    });
  }

  /** How tags stand; those that nobody has changed are as usual. */
  public Map<String, TagSetting> settings(Reading db, Collection<String> tags) {
    return tags.isEmpty() ? Map.of() : store.settings(db, tags);
  }

  public TagSetting setting(String tag) {
    return database.read(db -> settings(db, List.of(tag))).getOrDefault(tag, TagSetting.usual(tag));
  }

  /** Changes a tag; what is null stays. The spelling for people must still be the same tag. */
  public TagSetting change(
      Review tag,
      @Nullable String displayName,
      @Nullable Boolean usable,
      @Nullable Boolean listable,
      @Nullable Boolean trendable) {
    TagSetting before = setting(tag.subject());
    TagSetting after =
        new TagSetting(
            tag.subject(),
            displayName == null ? before.displayName() : displayName,
            usable == null ? before.usable() : usable,
            listable == null ? before.listable() : listable);
    database.run(tx -> {
      store.set(tx, after);
      if (trendable != null)
        store.decide(tx, TrendKind.TAG, tag.subject(), trendable, clock.instant());
    });
    return after;
  }

  /** Those of some tags that lists and searches may show; perhaps only those reviewed. */
  public List<String> listed(Collection<String> tags, boolean onlyReviewed) {
    if (tags.isEmpty()) return List.of();
    Map<String, TagSetting> settings = database.read(db -> settings(db, tags));
    Map<String, Review> reviews = onlyReviewed ? of(TrendKind.TAG, tags) : Map.of();
    return tags.stream()
        .filter(tag -> settings.getOrDefault(tag, TagSetting.usual(tag)).listable())
        .filter(tag -> !onlyReviewed || isReviewed(reviews.get(tag)))
        .toList();
  }

  private static boolean isReviewed(@Nullable Review review) {
    return review != null && review.reviewedAt() != null;
  }
}
