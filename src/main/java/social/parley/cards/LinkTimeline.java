package social.parley.cards;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.PostId;
import social.parley.posts.Visibility;
import social.parley.storage.Reading;

/** Public posts by the card they show. */
final class LinkTimeline {
  private final Visibility visibility;

  LinkTimeline(Visibility visibility) {
    this.visibility = visibility;
  }

  List<PostId> page(
      Reading db, @Nullable ActorId viewer, Collection<Long> cards, Instant now, Cursor cursor) {
    String sql =
        """
        SELECT p.id FROM post_cards s JOIN posts p ON p.id = s.post_id
          JOIN actors a ON a.id = p.author_id
        WHERE s.card_id IN (<cards>) AND s.post_id < :below AND s.post_id > :above
          AND p.reach = 'public' AND a.standing = 'ok'
          AND NOT EXISTS (SELECT 1 FROM mutes m WHERE m.actor_id = :viewer
            AND m.target_id = p.author_id AND (m.until IS NULL OR m.until > :now))
          AND NOT EXISTS (SELECT 1 FROM blocks k WHERE k.actor_id = :viewer
            AND k.target_id = p.author_id) AND
        """
            + visibility.sql("p")
            + " ORDER BY s.post_id "
            + (cursor.ascending() ? "ASC" : "DESC")
            + " LIMIT :limit";
    List<PostId> found =
        db.query(sql)
            .bindList("cards", List.copyOf(cards))
            .bind("viewer", viewer == null ? Visibility.NOBODY : viewer)
            .bind("now", now)
            .bind("below", cursor.below())
            .bind("above", cursor.above())
            .bind("limit", cursor.limit())
            .mapTo(PostId.class)
            .list();
    return cursor.ascending() ? found.reversed() : found;
  }
}
