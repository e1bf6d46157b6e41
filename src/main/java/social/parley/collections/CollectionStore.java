package social.parley.collections;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.statement.EmptyHandling;
import social.parley.core.ActorId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code featured_collections}; {@link SeenCollections} reads them for somebody. */
final class CollectionStore {
  private static final String SELECT =
      """
      SELECT id, owner_id, iri, name, description, language, tag, sensitive, discoverable,
        created_at, updated_at
      FROM featured_collections
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

  static String key(String text) {
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
    return db.query(SELECT + "WHERE owner_id = :owner ORDER BY id")
        .bind("owner", owner)
        .mapTo(FeaturedCollection.class)
        .list();
  }

  List<FeaturedCollection> byIds(Reading db, Collection<CollectionId> ids) {
    return db.query(SELECT + "WHERE id IN (<ids>) ORDER BY id")
        .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids))
        .mapTo(FeaturedCollection.class)
        .list();
  }
}
