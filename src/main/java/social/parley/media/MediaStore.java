package social.parley.media;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.EmptyHandling;
import social.parley.core.ActorId;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The table of files. */
final class MediaStore {
  private MediaStore() {}

  static void insert(Tx tx, MediaFile file) {
    insert(tx, List.of(file));
  }

  static void insert(Tx tx, List<MediaFile> files) {
    tx.batch(
            """
            INSERT INTO media (id, owner_id, purpose, kind, media_type, blob_key, preview_key,
              remote_url, preview_remote_url, description, focus_x, focus_y, blurhash, width,
              height, preview_width, preview_height, seconds, bytes, post_id, position, state,
              created_at)
            VALUES (:id, :ownerId, :purpose, :kind, :mediaType, :blobKey, :previewKey,
              :remoteUrl, :previewRemoteUrl, :description, :focusX, :focusY, :blurhash, :width,
              :height, :previewWidth, :previewHeight, :seconds, :bytes, :postId, :position, :state,
              :createdAt)
            """,
            files)
        .execute();
  }

  static Optional<MediaFile> byId(Reading db, MediaId id) {
    return db.query("SELECT * FROM media WHERE id = :id")
        .bind("id", id)
        .mapTo(MediaFile.class)
        .findOne();
  }

  static Optional<MediaFile> byKey(Reading db, String key) {
    return db.query(
            """
            SELECT * FROM media WHERE blob_key = :key
            UNION ALL
            SELECT * FROM media WHERE preview_key = :key
            """)
        .bind("key", key)
        .mapTo(MediaFile.class)
        .findFirst();
  }

  static List<MediaFile> byIds(Reading db, Collection<MediaId> ids) {
    return db.query("SELECT * FROM media WHERE id IN (<ids>)")
        .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids))
        .mapTo(MediaFile.class)
        .list();
  }

  static List<MediaFile> ofPosts(Reading db, Collection<PostId> posts) {
    if (posts.isEmpty()) return List.of();
    return db.query(
            """
            SELECT * FROM media WHERE post_id IN (<posts>) AND former = FALSE
            ORDER BY post_id, position\
            """)
        .bindList("posts", List.copyOf(posts))
        .mapTo(MediaFile.class)
        .list();
  }

  /** What any version of a post has shown and the present one does not, the latest first. */
  static List<MediaFile> formerOf(Reading db, PostId post) {
    return db.query("SELECT * FROM media WHERE post_id = :post AND former = TRUE ORDER BY id DESC")
        .bind("post", post)
        .mapTo(MediaFile.class)
        .list();
  }

  /** Leaves a file to the former versions of its post. */
  static void retire(Tx tx, MediaId id) {
    tx.update("UPDATE media SET former = TRUE WHERE id = :id").bind("id", id).execute();
  }

  static List<MediaFile> ofProfile(Reading db, ActorId owner, MediaPurpose purpose) {
    return db.query("SELECT * FROM media WHERE owner_id = :owner AND purpose = :purpose")
        .bind("owner", owner)
        .bind("purpose", purpose)
        .mapTo(MediaFile.class)
        .list();
  }

  /** Uploads that were made before a time and never became part of a post. */
  static List<MediaFile> takeLoose(Tx tx, Instant before, int limit) {
    return tx.query(
            """
            SELECT * FROM media
            WHERE post_id IS NULL AND purpose = 'post' AND held = FALSE AND created_at < :before
            ORDER BY created_at LIMIT :limit\
            """
                + tx.dialect().skipLocked())
        .bind("before", before)
        .bind("limit", limit)
        .mapTo(MediaFile.class)
        .list();
  }

  static void describe(Tx tx, MediaId id, String description, Focus focus) {
    tx.update(
            """
            UPDATE media SET description = :description, focus_x = :x, focus_y = :y
            WHERE id = :id
            """)
        .bind("description", description)
        .bind("x", focus.x())
        .bind("y", focus.y())
        .bind("id", id)
        .execute();
  }

  /** Makes a file part of a post; false when it is part of another. */
  static boolean attach(Tx tx, MediaId id, PostId post, int position) {
    return tx.update(
                """
                UPDATE media SET post_id = :post, position = :position, former = FALSE
                WHERE id = :id AND held = FALSE AND (post_id IS NULL OR post_id = :post)
                """)
            .bind("post", post)
            .bind("position", position)
            .bind("id", id)
            .execute()
        == 1;
  }

  /** Takes a file off its post; it is kept for a while, as if it had just been uploaded. */
  static void detach(Tx tx, MediaId id, Instant now) {
    tx.update(
            """
            UPDATE media SET post_id = NULL, position = 0, former = FALSE, created_at = :now
            WHERE id = :id\
            """)
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  static boolean anyHeld(Reading db, Collection<MediaId> ids) {
    return db.query("SELECT count(*) FROM media WHERE held = TRUE AND id IN (<ids>)")
            .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids))
            .mapTo(long.class)
            .one()
        > 0;
  }

  /** Keeps a file for a post to come, or lets it go as if it had just been uploaded. */
  static void hold(Tx tx, MediaId id, boolean held, Instant now) {
    tx.update("UPDATE media SET held = :held, created_at = :now WHERE id = :id")
        .bind("held", held)
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  static void preview(Tx tx, MediaId id, String key, Picture picture) {
    tx.update(
            """
            UPDATE media SET preview_key = :key, blurhash = :blurhash, preview_width = :width,
              preview_height = :height
            WHERE id = :id\
            """)
        .bind("key", key)
        .bind("blurhash", picture.blurhash())
        .bind("width", picture.full().width())
        .bind("height", picture.full().height())
        .bind("id", id)
        .execute();
  }

  static void place(Tx tx, MediaFile file) {
    tx.update(
            """
            UPDATE media SET description = :description, focus_x = :focusX, focus_y = :focusY,
              position = :position, former = FALSE
            WHERE id = :id
            """,
            file)
        .execute();
  }

  /** Fills in what a remote server left out, once the file itself has been seen. */
  static void measured(Tx tx, MediaId id, ImageHeader header, Picture preview) {
    tx.update(
            """
            UPDATE media SET blurhash = COALESCE(blurhash, :blurhash),
              width = COALESCE(width, :width), height = COALESCE(height, :height),
              preview_width = :previewWidth, preview_height = :previewHeight
            WHERE id = :id
            """)
        .bind("blurhash", preview.blurhash())
        .bind("width", header.isTurned() ? header.height() : header.width())
        .bind("height", header.isTurned() ? header.width() : header.height())
        .bind("previewWidth", preview.full().width())
        .bind("previewHeight", preview.full().height())
        .bind("id", id)
        .execute();
  }

  static void delete(Tx tx, MediaId id) {
    tx.update("DELETE FROM media WHERE id = :id").bind("id", id).execute();
  }
}
