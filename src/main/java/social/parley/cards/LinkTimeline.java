package social.parley.cards;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.posts.Visibility;
import social.parley.storage.Reading;

/** Public posts by the card they show. */
final class LinkTimeline {
  private final Visibility visibility;

  LinkTimeline(Visibility visibility) {
    this.visibility = visibility;
  }

  Page<PostId> page(
      Reading db, @Nullable ActorId viewer, Collection<Long> cards, Instant now, Cursor cursor) {
    String sql =
        """
        SELECT p.id FROM post_cards s JOIN posts p ON p.id = s.post_id
          JOIN actors a ON a.id = p.author_id
        WHERE s.card_id IN (<cards>) AND p.reach = 'public' AND a.standing = 'ok'
          AND NOT EXISTS (SELECT 1 FROM mutes m WHERE m.actor_id = :viewer
            AND m.target_id = p.author_id AND (m.until IS NULL OR m.until > :now))
          AND NOT EXISTS (SELECT 1 FROM blocks k WHERE k.actor_id = :viewer
            AND k.target_id = p.author_id) AND
        """
            + visibility.sql("p");
    List<PostId> found =
        db.page(sql, "s.post_id", cursor)
            .bindList("cards", List.copyOf(cards))
            .bind("viewer", viewer == null ? Visibility.NOBODY : viewer)
            .bind("now", now)
            .mapTo(PostId.class)
            .list();
    return Page.of(found, cursor, PostId::value);
  }
}
