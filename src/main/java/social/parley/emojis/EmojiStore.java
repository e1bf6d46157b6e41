package social.parley.emojis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The table of custom emoji. */
final class EmojiStore {
  /** False when the shortcode is taken. */
  boolean insert(Tx tx, OwnEmoji emoji) {
    return tx.update(
                """
                INSERT INTO custom_emojis (id, iri, shortcode, media_id, url, still_url, media_type,
                  category, listed, disabled, created_at, updated_at)
                VALUES (:id, :iri, :shortcode, :mediaId, :url, :stillUrl, :mediaType,
                  :category, :listed, :disabled, :createdAt, :updatedAt)
                ON CONFLICT DO NOTHING\
                """,
                emoji)
            .execute()
        == 1;
  }

  List<OwnEmoji> all(Reading db) {
    return db.query("SELECT * FROM custom_emojis ORDER BY category, shortcode")
        .mapTo(OwnEmoji.class)
        .list();
  }

  Optional<OwnEmoji> find(Reading db, String shortcode) {
    return db.query("SELECT * FROM custom_emojis WHERE shortcode = :shortcode")
        .bind("shortcode", shortcode)
        .mapTo(OwnEmoji.class)
        .findOne();
  }

  void update(Tx tx, OwnEmoji emoji, Instant now) {
    tx.update(
            """
            UPDATE custom_emojis SET category = :category, listed = :listed, disabled = :disabled,
              updated_at = :now
            WHERE id = :id\
            """,
            emoji)
        .bind("now", now)
        .execute();
  }

  void delete(Tx tx, OwnEmoji emoji) {
    tx.update("DELETE FROM custom_emojis WHERE id = :id").bind("id", emoji.id()).execute();
  }
}
