package social.parley.collections;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code featured_collections}. */
final class CollectionStore {
  private static final ActorId NOBODY = new ActorId(-1);

  private static final String SELECT =
      """
      SELECT c.id, c.owner_id, c.iri, c.name, c.description, c.language, c.tag, c.sensitive,
        c.discoverable, c.created_at, c.updated_at
      FROM featured_collections c JOIN actors o ON o.id = c.owner_id
      """;

  /** Those whose owner is there and has nothing against the viewer. */
  private static final String SEEN =
      """
       AND o.deleted_at IS NULL AND o.standing <> 'suspended' AND NOT EXISTS (SELECT 1 FROM blocks b
        WHERE b.actor_id = c.owner_id AND b.target_id = :viewer)
      """;

  void insert(Tx tx, FeaturedCollection collection) {
    tx.update(
            """
            INSERT INTO featured_collections (id, owner_id, iri, name, name_key, description,
              language, tag, sensitive, discoverable, created_at, updated_at)
            VALUES (:id, :ownerId, :iri, :name, :key, :description, :language, :tag, :sensitive,
              :discoverable, :createdAt, :updatedAt)\
            """,
            collection)
        .bind("key", key(collection.name()))
        .execute();
  }

  void update(Tx tx, FeaturedCollection collection) {
    tx.update(
            """
            UPDATE featured_collections SET name = :name, name_key = :key,
              description = :description, language = :language, tag = :tag,
              sensitive = :sensitive, discoverable = :discoverable, updated_at = :updatedAt
            WHERE id = :id\
            """,
            collection)
        .bind("key", key(collection.name()))
        .execute();
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  void delete(Tx tx, CollectionId id) {
    tx.update("DELETE FROM featured_people WHERE collection_id = :id").bind("id", id).execute();
    tx.update("DELETE FROM featured_collections WHERE id = :id").bind("id", id).execute();
  }

  long count(Reading db, ActorId owner) {
    return db.query("SELECT count(*) FROM featured_collections WHERE owner_id = :owner")
        .bind("owner", owner)
        .mapTo(Long.class)
        .one();
  }

  List<FeaturedCollection> of(Reading db, ActorId owner) {
    return db.query(SELECT + "WHERE c.owner_id = :owner ORDER BY c.id")
        .bind("owner", owner)
        .mapTo(FeaturedCollection.class)
        .list();
  }

  Optional<FeaturedCollection> seen(Reading db, @Nullable ActorId viewer, CollectionId id) {
    return db.query(SELECT + "WHERE c.id = :id" + SEEN)
        .bind("id", id)
        .bind("viewer", orNobody(viewer))
        .mapTo(FeaturedCollection.class)
        .findOne();
  }

  List<FeaturedCollection> byIds(Reading db, Collection<CollectionId> ids) {
    return db.query(SELECT + "WHERE c.id IN (<ids>) ORDER BY c.id")
        .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids))
        .mapTo(FeaturedCollection.class)
        .list();
  }

  List<FeaturedCollection> seen(
      Reading db, @Nullable ActorId viewer, Collection<CollectionId> ids) {
    return db.query(SELECT + "WHERE c.id IN (<ids>)" + SEEN)
        .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids))
        .bind("viewer", orNobody(viewer))
        .mapTo(FeaturedCollection.class)
        .list();
  }

  Optional<FeaturedCollection> named(Reading db, @Nullable ActorId viewer, Iri iri) {
    return db.query(SELECT + "WHERE c.iri = :iri" + SEEN)
        .bind("iri", iri)
        .bind("viewer", orNobody(viewer))
        .mapTo(FeaturedCollection.class)
        .findOne();
  }

  /** Somebody's collections, the latest first; to others only those that may be found. */
  List<FeaturedCollection> page(
      Reading db, @Nullable ActorId viewer, ActorId owner, int offset, int limit) {
    String found = owner.equals(viewer) ? "" : " AND c.discoverable";
    return db.query(
            SELECT
                + "WHERE c.owner_id = :owner"
                + found
                + SEEN
                + "ORDER BY c.id DESC LIMIT :limit OFFSET :offset")
        .bind("owner", owner)
        .bind("viewer", orNobody(viewer))
        .bind("limit", limit)
        .bind("offset", offset)
        .mapTo(FeaturedCollection.class)
        .list();
  }

  /** The collections that somebody stands in. */
  List<FeaturedCollection> holding(Reading db, ActorId member, int offset, int limit) {
    return db.query(
            SELECT
                + "JOIN featured_people p ON p.collection_id = c.id"
                + " WHERE p.actor_id = :viewer AND p.state = 'accepted'"
                + SEEN
                + "ORDER BY p.id DESC LIMIT :limit OFFSET :offset")
        .bind("viewer", member)
        .bind("limit", limit)
        .bind("offset", offset)
        .mapTo(FeaturedCollection.class)
        .list();
  }

  /** Those of some that somebody stands in. */
  List<FeaturedCollection> holding(Reading db, ActorId member, Collection<CollectionId> among) {
    return db.query(
            SELECT
                + "JOIN featured_people p ON p.collection_id = c.id"
                + " WHERE p.actor_id = :viewer AND p.state = 'accepted' AND c.id IN (<among>)"
                + SEEN)
        .bind("viewer", member)
        .bindList(EmptyHandling.NULL_KEYWORD, "among", List.copyOf(among))
        .mapTo(FeaturedCollection.class)
        .list();
  }

  /** Those that may be found whose name begins like a text or whose tag it is, the latest first. */
  List<FeaturedCollection> find(
      Reading db, @Nullable ActorId viewer, String text, String tag, int offset, int limit) {
    return db.query(
            SELECT
                + """
                WHERE c.discoverable AND o.standing = 'ok'
                  AND ((c.name_key >= :from AND c.name_key < :to) OR c.tag = :tag)
                """
                + SEEN
                + """
                 AND NOT EXISTS (SELECT 1 FROM blocks b
                  WHERE b.actor_id = :viewer AND b.target_id = c.owner_id)
                ORDER BY c.id DESC LIMIT :limit OFFSET :offset\
                """)
        .bind("from", key(text))
        .bind("to", key(text) + '\uffff')
        .bind("tag", tag)
        .bind("viewer", orNobody(viewer))
        .bind("limit", limit)
        .bind("offset", offset)
        .mapTo(FeaturedCollection.class)
        .list();
  }

  static ActorId orNobody(@Nullable ActorId viewer) {
    return viewer == null ? NOBODY : viewer;
  }
}
