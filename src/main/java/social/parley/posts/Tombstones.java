package social.parley.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * What has been deleted. Our own identifiers stay dead for good; those of others some hours, so
 * that a Create that arrives after its Delete has no effect.
 */
final class Tombstones {
  private static final Duration REMEMBERED = Duration.ofHours(12);

  /** One deleted thing. */
  record Grave(Iri iri, @Nullable String formerType, Instant deletedAt) {}

  void add(Tx tx, Iri iri, @Nullable String formerType, boolean local, Instant now) {
    tx.update("DELETE FROM tombstones WHERE expires_at < :now").bind("now", now).execute();
    tx.update(
            """
            INSERT INTO tombstones (iri, former_type, deleted_at, expires_at)
            VALUES (:iri, :formerType, :now, :expires) ON CONFLICT DO NOTHING\
            """)
        .bind("iri", iri)
        .bind("formerType", formerType)
        .bind("now", now)
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
    return db.query("SELECT iri, former_type, deleted_at FROM tombstones WHERE iri = :iri")
        .bind("iri", iri)
        .mapTo(Grave.class)
        .findOne();
  }

  boolean covers(Reading db, Iri iri) {
    return find(db, iri).isPresent();
  }
}
