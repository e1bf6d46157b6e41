package social.parley.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * What has been deleted. Our own identifiers stay dead for good; those of others some hours, so
 * that a Create that arrives after its Delete has no effect.
 */
final class Tombstones {
  private static final Duration REMEMBERED = Duration.ofHours(12);

  /**
   * One deleted thing.
   *
   * @param community to which it belonged, and whose moderators alone may bring it back
   * @param restorable whether anybody may
   */
  record Grave(
      Iri iri,
      @Nullable String formerType,
      Instant deletedAt,
      @Nullable ActorId community,
      boolean restorable) {
    /** Of something that does not come back. */
    static Grave of(Iri iri, @Nullable String formerType, Instant now) {
      return new Grave(iri, formerType, now, null, false);
    }

    static Grave of(Post post, Instant now, boolean restorable) {
      return new Grave(post.iri(), post.kind().wire(), now, post.community(), restorable);
    }
  }

  void add(Tx tx, Grave grave, boolean local) {
    Instant now = grave.deletedAt();
    tx.update("DELETE FROM tombstones WHERE expires_at < :now").bind("now", now).execute();
    tx.update(
            """
            INSERT INTO tombstones
              (iri, former_type, deleted_at, community, restorable, expires_at)
            VALUES (:iri, :formerType, :deletedAt, :community, :restorable, :expires)
            ON CONFLICT DO NOTHING\
            """,
            grave)
        .bind("expires", local ? null : now.plus(REMEMBERED))
        .execute();
  }

  /** Something of another server that is there again after all. */
  void forget(Tx tx, Iri iri) {
    tx.update("DELETE FROM tombstones WHERE iri = :iri AND expires_at IS NOT NULL")
        .bind("iri", iri)
        .execute();
  }

  Optional<Grave> find(Reading db, Iri iri) {
    return db.query(
            """
            SELECT iri, former_type, deleted_at, community, restorable FROM tombstones
            WHERE iri = :iri\
            """)
        .bind("iri", iri)
        .mapTo(Grave.class)
        .findOne();
  }

  boolean covers(Reading db, Iri iri) {
    return find(db, iri).isPresent();
  }
}
