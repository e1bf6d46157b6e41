package social.parley.trends;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.EmptyHandling;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The tables of what staff says about trends and tags. */
final class ReviewStore {
  /** Asks for a word about something, unless that was done before. */
  void request(Tx tx, TrendKind kind, String subject, long id, Instant now) {
    tx.update(
            """
            INSERT INTO trend_reviews (kind, subject, id, allowed, requested_at, reviewed_at)
            VALUES (:kind, :subject, :id, NULL, :now, NULL) ON CONFLICT DO NOTHING\
            """)
        .bind("kind", kind)
        .bind("subject", subject)
        .bind("id", id)
        .bind("now", now)
        .execute();
  }

  void decide(Tx tx, TrendKind kind, String subject, boolean allowed, Instant now) {
    tx.update(
            """
            UPDATE trend_reviews SET allowed = :allowed, reviewed_at = :now
            WHERE kind = :kind AND subject = :subject\
            """)
        .bind("allowed", allowed)
        .bind("now", now)
        .bind("kind", kind)
        .bind("subject", subject)
        .execute();
  }

  Optional<Review> byId(Reading db, TrendKind kind, long id) {
    return db.query("SELECT * FROM trend_reviews WHERE kind = :kind AND id = :id")
        .bind("kind", kind)
        .bind("id", id)
        .mapTo(Review.class)
        .findOne();
  }

  Map<String, Review> of(Reading db, TrendKind kind, Collection<String> subjects) {
    Map<String, Review> reviews = new HashMap<>();
    db.query("SELECT * FROM trend_reviews WHERE kind = :kind AND subject IN (<subjects>)")
        .bind("kind", kind)
        .bindList(EmptyHandling.NULL_KEYWORD, "subjects", List.copyOf(subjects))
        .mapTo(Review.class)
        .forEach(review -> reviews.put(review.subject(), review));
    return reviews;
  }

  Page<Review> page(Reading db, TrendKind kind, Cursor cursor) {
    List<Review> rows =
        db.page("SELECT * FROM trend_reviews WHERE kind = :kind", "id", cursor)
            .bind("kind", kind)
            .mapTo(Review.class)
            .list();
    return Page.of(rows, cursor, Review::id);
  }

  void set(Tx tx, TagSetting setting) {
    tx.update(
            """
            INSERT INTO tag_settings (tag, display_name, usable, listable)
            VALUES (:tag, :displayName, :usable, :listable)
            ON CONFLICT (tag) DO UPDATE SET display_name = :displayName, usable = :usable,
              listable = :listable\
            """,
            setting)
        .execute();
  }

  Map<String, TagSetting> settings(Reading db, Collection<String> tags) {
    Map<String, TagSetting> settings = new HashMap<>();
    db.query("SELECT tag, display_name, usable, listable FROM tag_settings WHERE tag IN (<tags>)")
        .bindList(EmptyHandling.NULL_KEYWORD, "tags", List.copyOf(tags))
        .mapTo(TagSetting.class)
        .forEach(setting -> settings.put(setting.tag(), setting));
    return settings;
  }

  Set<String> unusable(Reading db) {
    return new HashSet<>(
        db.query("SELECT tag FROM tag_settings WHERE NOT usable").mapTo(String.class).list());
  }
}
