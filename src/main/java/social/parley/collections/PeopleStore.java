package social.parley.collections;

import java.util.List;
import java.util.Optional;
import social.parley.collections.FeaturedPerson.State;
import social.parley.core.ActorId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code featured_people}. */
final class PeopleStore {
  private static final String SELECT =
      "SELECT p.id, p.collection_id, p.actor_id, p.state, p.created_at FROM featured_people p ";

  /** False when they stand in it already, or have taken themselves out. */
  boolean insert(Tx tx, FeaturedPerson person) {
    return tx.update(
                """
                INSERT INTO featured_people (id, collection_id, actor_id, state, created_at)
                VALUES (:id, :collectionId, :actorId, :state, :createdAt) ON CONFLICT DO NOTHING\
                """,
                person)
            .execute()
        == 1;
  }

  void state(Tx tx, long id, State state) {
    tx.update("UPDATE featured_people SET state = :state WHERE id = :id")
        .bind("state", state)
        .bind("id", id)
        .execute();
  }

  void delete(Tx tx, long id) {
    tx.update("DELETE FROM featured_people WHERE id = :id").bind("id", id).execute();
  }

  /** Somebody who stands in it. */
  Optional<FeaturedPerson> find(Reading db, CollectionId collection, long id) {
    return db.query(
            SELECT + "WHERE p.id = :id AND p.collection_id = :collection AND p.state = 'accepted'")
        .bind("id", id)
        .bind("collection", collection)
        .mapTo(FeaturedPerson.class)
        .findOne();
  }

  /** Everybody who stands in it, seen by nobody in particular. */
  List<FeaturedPerson> of(Reading db, CollectionId collection) {
    return db.query(
            SELECT + "WHERE p.collection_id = :collection AND p.state = 'accepted' ORDER BY p.id")
        .bind("collection", collection)
        .mapTo(FeaturedPerson.class)
        .list();
  }

  /** Where somebody stands in the collections of another. */
  List<FeaturedPerson> between(Reading db, ActorId owner, ActorId member) {
    return db.query(
            SELECT
                + """
                JOIN featured_collections c ON c.id = p.collection_id
                WHERE p.actor_id = :member AND c.owner_id = :owner AND p.state = 'accepted'\
                """)
        .bind("member", member)
        .bind("owner", owner)
        .mapTo(FeaturedPerson.class)
        .list();
  }

  void forget(Tx tx, ActorId member) {
    tx.update("DELETE FROM featured_people WHERE actor_id = :member")
        .bind("member", member)
        .execute();
  }
}
