package social.parley.posts;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.PreparedBatch;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Which posts name or address whom, and which carry what tag. */
final class AddresseeStore {
  void insert(Tx tx, PostId post, Collection<Addressee> addressees) {
    if (addressees.isEmpty()) return;
    PreparedBatch batch =
        tx.batch(
            """
            INSERT INTO post_mentions (actor_id, post_id, named, addressed)
            VALUES (:actor, :post, :named, :addressed) ON CONFLICT DO NOTHING\
            """);
    for (Addressee one : addressees)
      batch
          .bind("actor", one.actor())
          .bind("post", post)
          .bind("named", one.named())
          .bind("addressed", one.addressed())
          .add();
    batch.execute();
  }

  void insertTags(Tx tx, PostId post, Collection<String> tags) {
    if (tags.isEmpty()) return;
    PreparedBatch batch =
        tx.batch(
            "INSERT INTO post_tags (tag, post_id) VALUES (:tag, :post) ON CONFLICT DO NOTHING");
    for (String tag : tags) batch.bind("tag", tag).bind("post", post).add();
    batch.execute();
  }

  void delete(Tx tx, PostId post) {
    tx.update("DELETE FROM post_mentions WHERE post_id = :post").bind("post", post).execute();
    tx.update("DELETE FROM post_tags WHERE post_id = :post").bind("post", post).execute();
  }

  List<Addressee> of(Reading db, PostId post) {
    return db.query(
            """
            SELECT actor_id AS actor, named, addressed FROM post_mentions WHERE post_id = :post
            ORDER BY actor_id\
            """)
        .bind("post", post)
        .mapTo(Addressee.class)
        .list();
  }

  Set<ActorId> named(Reading db, PostId post) {
    Set<ActorId> named = new HashSet<>();
    for (Addressee one : of(db, post)) if (one.named()) named.add(one.actor());
    return named;
  }
}
