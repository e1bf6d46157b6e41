package social.parley.media;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The table of remote contents that are kept here for a while. */
final class CacheStore {
  record Entry(String blobKey, String mediaType, long bytes, Instant usedAt) {}

  private CacheStore() {}

  static Optional<Entry> find(Reading db, String key) {
    return db.query("SELECT * FROM media_cache WHERE blob_key = :key")
        .bind("key", key)
        .mapTo(Entry.class)
        .findOne();
  }

  static void put(Tx tx, Entry entry) {
    tx.update(
            """
            INSERT INTO media_cache (blob_key, media_type, bytes, used_at)
            VALUES (:blobKey, :mediaType, :bytes, :usedAt)
            ON CONFLICT (blob_key) DO UPDATE SET media_type = excluded.media_type,
              bytes = excluded.bytes, used_at = excluded.used_at
            """,
            entry)
        .execute();
  }

  static void used(Tx tx, String key, Instant now) {
    tx.update("UPDATE media_cache SET used_at = :now WHERE blob_key = :key")
        .bind("now", now)
        .bind("key", key)
        .execute();
  }

  static void delete(Tx tx, String key) {
    tx.update("DELETE FROM media_cache WHERE blob_key = :key").bind("key", key).execute();
  }

  static Set<String> keys(Reading db) {
    return new HashSet<>(db.query("SELECT blob_key FROM media_cache").mapTo(String.class).list());
  }

  static long bytes(Reading db) {
    return db.query("SELECT COALESCE(SUM(bytes), 0) FROM media_cache").mapTo(long.class).one();
  }

  static List<Entry> longestUnused(Reading db, int limit) {
    return db.query("SELECT * FROM media_cache ORDER BY used_at LIMIT :limit")
        .bind("limit", limit)
        .mapTo(Entry.class)
        .list();
  }
}
