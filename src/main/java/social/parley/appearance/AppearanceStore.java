package social.parley.appearance;

import java.util.List;
import java.util.Optional;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The table of the parts that have been changed. */
final class AppearanceStore {
  private AppearanceStore() {}

  static List<AppearanceRow> all(Reading db) {
    return db.query("SELECT * FROM appearance_parts").mapTo(AppearanceRow.class).list();
  }

  static Optional<AppearanceRow> find(Reading db, Part part) {
    return db.query("SELECT * FROM appearance_parts WHERE part = :part")
        .bind("part", part)
        .mapTo(AppearanceRow.class)
        .findOne();
  }

  static void put(Tx tx, AppearanceRow row) {
    tx.update(
            """
            INSERT INTO appearance_parts (part, content, small, width, media_id, changed_at)
            VALUES (:part, :content, :small, :width, :mediaId, :changedAt)
            ON CONFLICT (part) DO UPDATE SET content = excluded.content, small = excluded.small,
              width = excluded.width, media_id = excluded.media_id, changed_at = excluded.changed_at\
            """,
            row)
        .execute();
  }

  static boolean delete(Tx tx, Part part) {
    return tx.update("DELETE FROM appearance_parts WHERE part = :part").bind("part", part).execute()
        > 0;
  }
}
