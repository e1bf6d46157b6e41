package social.parley.posts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Whom the moderators of communities elsewhere let write there no more, some for a time. */
final class CommunityBans {
  void put(Tx tx, ActorId community, ActorId person, @Nullable Instant until) {
    tx.update(
            """
            INSERT INTO community_bans (community_id, person_id, until)
            VALUES (:community, :person, :until)
            ON CONFLICT (community_id, person_id) DO UPDATE SET until = excluded.until\
            """)
        .bind("community", community)
        .bind("person", person)
        .bind("until", until)
        .execute();
  }

  void lift(Tx tx, ActorId community, ActorId person) {
    tx.update("DELETE FROM community_bans WHERE community_id = :community AND person_id = :person")
        .bind("community", community)
        .bind("person", person)
        .execute();
  }

  boolean hold(Reading db, ActorId community, ActorId person, Instant now) {
    return db.query(
            """
            SELECT 1 FROM community_bans
            WHERE community_id = :community AND person_id = :person
              AND (until IS NULL OR until > :now)\
            """)
        .bind("community", community)
        .bind("person", person)
        .bind("now", now)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
