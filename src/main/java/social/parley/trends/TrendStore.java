package social.parley.trends;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import social.parley.core.Ids;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The table of trends, and the counters it is reckoned from. */
final class TrendStore {
  /** One trend; the parent of a link is its site. */
  record Row(
      TrendKind kind, String subject, @Nullable String parent, double score, Instant countedAt) {}

  /** A post that may become one. */
  record Liked(PostId id, long reactions) {}

  /** How many people have used a tag on three days. */
  record Used(String tag, long today, long yesterday, long before) {}

  /** How many people have shared a link within a day, and in the day before. */
  record Shared(long cardId, String canonical, long people, long before) {}

  private static final String CANDIDATES =
      """
      SELECT post_id AS id FROM favourites WHERE id > :since
      UNION SELECT boost_of FROM posts WHERE id > :since AND boost_of IS NOT NULL
      UNION SELECT post_id FROM emoji_reactions WHERE id > :since\
      """;

  /** Only what stands openly by itself, by people who want to be discovered. */
  private static final String LIKED =
      """
      SELECT p.id, p.favourites + p.boosts
        + (SELECT COUNT(DISTINCT e.actor_id) FROM emoji_reactions e
            WHERE e.post_id = p.id) AS reactions
      FROM posts p JOIN actors a ON a.id = p.author_id
      WHERE p.id IN (<ids>) AND p.id > :oldest AND p.reach = 'public' AND p.boost_of IS NULL
        AND p.in_reply_to_iri IS NULL AND NOT p.sensitive AND p.warning = ''
        AND a.discoverable AND a.standing = 'ok' AND a.deleted_at IS NULL\
      """;

  private static final String USED =
      """
      SELECT t.tag, t.accounts AS today,
        COALESCE((SELECT y.accounts FROM tag_days y
          WHERE y.tag = t.tag AND y.day = :today - 1), 0) AS yesterday,
        COALESCE((SELECT b.accounts FROM tag_days b
          WHERE b.tag = t.tag AND b.day = :today - 2), 0) AS before
      FROM tag_days t WHERE t.day = :today AND t.accounts >= :least\
      """;

  private static final String SHARED =
      """
      SELECT s.card_id, c.canonical,
        COUNT(DISTINCT CASE WHEN s.post_id > :day THEN p.author_id END) AS people,
        COUNT(DISTINCT CASE WHEN s.post_id <= :day THEN p.author_id END) AS before
      FROM post_cards s JOIN posts p ON p.id = s.post_id JOIN actors a ON a.id = p.author_id
        JOIN cards c ON c.id = s.card_id
      WHERE s.post_id > :since AND p.reach = 'public' AND NOT p.sensitive AND a.discoverable
        AND a.standing = 'ok' AND a.deleted_at IS NULL AND c.state = 'ready' AND c.title <> ''
      GROUP BY s.card_id, c.canonical
      HAVING COUNT(DISTINCT CASE WHEN s.post_id > :day THEN p.author_id END) >= :least\
      """;

  List<Row> all(Reading db, TrendKind kind) {
    return db.query(
            "SELECT kind, subject, parent, score, counted_at FROM trends WHERE kind = :kind")
        .bind("kind", kind)
        .mapTo(Row.class)
        .list();
  }

  void replace(Tx tx, TrendKind kind, Collection<Row> rows) {
    tx.update("DELETE FROM trends WHERE kind = :kind").bind("kind", kind).execute();
    if (rows.isEmpty()) return;
    tx.batch(
            """
            INSERT INTO trends (kind, subject, parent, score, counted_at)
            VALUES (:kind, :subject, :parent, :score, :countedAt)\
            """,
            rows)
        .execute();
  }

  /** Posts that somebody has reacted to since a time. */
  Set<PostId> reactedTo(Reading db, Instant since) {
    return new LinkedHashSet<>(
        db.query(CANDIDATES).bind("since", Ids.floor(since)).mapTo(PostId.class).list());
  }

  List<Liked> liked(Reading db, Collection<PostId> among, Instant oldest) {
    return db.query(LIKED)
        .bindList("ids", List.copyOf(among))
        .bind("oldest", Ids.floor(oldest))
        .mapTo(Liked.class)
        .list();
  }

  /** Tags that so many people have used on a day. */
  List<Used> used(Reading db, long day, int least) {
    return db.query(USED).bind("today", day).bind("least", least).mapTo(Used.class).list();
  }

  /** Tags used since a day that nothing is written down about. */
  List<String> unregistered(Reading db, long day, int most) {
    return db.query(
            """
            SELECT DISTINCT t.tag FROM tag_days t WHERE t.day >= :day
              AND NOT EXISTS (SELECT 1 FROM trend_reviews r
                WHERE r.kind = 'tag' AND r.subject = t.tag)
            LIMIT :most\
            """)
        .bind("day", day)
        .bind("most", most)
        .mapTo(String.class)
        .list();
  }

  List<Shared> shared(Reading db, Instant since, Instant day, int least) {
    return db.query(SHARED)
        .bind("since", Ids.floor(since))
        .bind("day", Ids.floor(day))
        .bind("least", least)
        .mapTo(Shared.class)
        .list();
  }

  /** What may be shown, the most talked about first. */
  List<String> shown(Reading db, TrendKind kind, boolean unreviewed, int offset, int limit) {
    return page(
            db,
            kind,
            "WHERE t.kind = :kind AND COALESCE(r.allowed, s.allowed, :free)",
            offset,
            limit)
        .bind("free", unreviewed)
        .mapTo(String.class)
        .list();
  }

  /** What staff is to look at: everything, what waits for them first. */
  List<String> forStaff(Reading db, TrendKind kind, int offset, int limit) {
    return page(db, kind, "WHERE t.kind = :kind", offset, limit).mapTo(String.class).list();
  }

  private static Query page(Reading db, TrendKind kind, String where, int offset, int limit) {
    return db.query(
            """
            SELECT t.subject FROM trends t
              LEFT JOIN trend_reviews r ON r.kind = t.kind AND r.subject = t.subject
              LEFT JOIN trend_reviews s ON s.kind = 'provider' AND s.subject = t.parent
            \
            """
                + where
                + " ORDER BY t.score DESC, t.subject LIMIT :limit OFFSET :offset")
        .bind("kind", kind)
        .bind("offset", offset)
        .bind("limit", limit);
  }
}
