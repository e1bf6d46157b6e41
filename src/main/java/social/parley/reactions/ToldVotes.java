package social.parley.reactions;

import java.util.Optional;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Voices that a community tells of, by the addresses of people who are not known here. */
final class ToldVotes {
  /** What was there of this voter; nothing when they had not voted. */
  Optional<Boolean> find(Reading db, PostId post, Iri voter) {
    return db.query("SELECT up FROM told_votes WHERE post_id = :post AND voter = :voter")
        .bind("post", post)
        .bind("voter", voter)
        .mapTo(Boolean.class)
        .findOne();
  }

  void put(Tx tx, PostId post, Iri voter, boolean up) {
    tx.update(
            """
            INSERT INTO told_votes (post_id, voter, up) VALUES (:post, :voter, :up)
            ON CONFLICT (post_id, voter) DO UPDATE SET up = excluded.up\
            """)
        .bind("post", post)
        .bind("voter", voter)
        .bind("up", up)
        .execute();
  }

  boolean delete(Tx tx, PostId post, Iri voter, boolean up) {
    return tx.update("DELETE FROM told_votes WHERE post_id = :post AND voter = :voter AND up = :up")
            .bind("post", post)
            .bind("voter", voter)
            .bind("up", up)
            .execute()
        > 0;
  }

  /** Takes out what was told of somebody who is known now. */
  Optional<Boolean> take(Tx tx, PostId post, ActorId voter) {
    return tx.query(
            """
            DELETE FROM told_votes WHERE post_id = :post
              AND voter = (SELECT iri FROM actors WHERE id = :voter) RETURNING up\
            """)
        .bind("post", post)
        .bind("voter", voter)
        .mapTo(Boolean.class)
        .findOne();
  }
}
