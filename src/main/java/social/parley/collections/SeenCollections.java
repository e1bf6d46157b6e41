package social.parley.collections;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import social.parley.collections.FeaturedPerson.State;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.storage.Reading;

/**
 * Reads collections for a viewer (null: a stranger), those in each of them with it: those who are
 * there and whom the viewer does not block. All of them come with one statement.
 */
final class SeenCollections {
  private static final ActorId NOBODY = new ActorId(-1);

  private static final String FOUND =
      """
      SELECT c.id, c.owner_id, c.iri, c.name, c.description, c.language, c.tag, c.sensitive,
        c.discoverable, c.created_at, c.updated_at, #place AS place
      FROM featured_collections c JOIN actors o ON o.id = c.owner_id
      """;

  /** Those whose owner is there and has nothing against the viewer. */
  private static final String SEEN =
      """
       AND o.deleted_at IS NULL AND o.standing <> 'suspended' AND NOT EXISTS (SELECT 1 FROM blocks b
        WHERE b.actor_id = c.owner_id AND b.target_id = :viewer)
      """;

  private static final String BY_AGE = FOUND.replace("#place", "c.id");

  /** Those that somebody stands in, by when they were put in. */
  private static final String HOLDING =
      FOUND.replace("#place", "m.id")
          + """
          JOIN featured_people m ON m.collection_id = c.id
          WHERE m.actor_id = :viewer AND m.state = 'accepted'\
          """
          + SEEN;

  private static final String SOME = " ORDER BY place DESC LIMIT :limit OFFSET :offset";

  private static final String WITH_PEOPLE =
      """
      SELECT c.*, p.id AS person_id, p.actor_id AS person, p.created_at AS added_at
      FROM (#found) c LEFT JOIN featured_people p ON p.collection_id = c.id
        AND p.state = 'accepted'
        AND EXISTS (SELECT 1 FROM actors a WHERE a.id = p.actor_id
          AND a.deleted_at IS NULL AND a.standing <> 'suspended')
        AND NOT EXISTS (SELECT 1 FROM blocks b
          WHERE b.actor_id = :viewer AND b.target_id = p.actor_id)
      ORDER BY c.place DESC, p.id\
      """;

  /** A collection with one of those in it, if there are any. */
  private record Row(
      CollectionId id,
      ActorId ownerId,
      Iri iri,
      String name,
      String description,
      @Nullable String language,
      @Nullable String tag,
      boolean sensitive,
      boolean discoverable,
      Instant createdAt,
      Instant updatedAt,
      @Nullable Long personId,
      @Nullable ActorId person,
      @Nullable Instant addedAt) {

    static SeenCollection seen(List<Row> rows) {
      return new SeenCollection(
          rows.getFirst().collection(),
          rows.stream().map(Row::inIt).filter(Objects::nonNull).toList());
    }

    private FeaturedCollection collection() {
      return new FeaturedCollection(
          id,
          ownerId,
          iri,
          name,
          description,
          language,
          tag,
          sensitive,
          discoverable,
          createdAt,
          updatedAt);
    }

    private @Nullable FeaturedPerson inIt() {
      return personId == null || person == null || addedAt == null
          ? null
          : new FeaturedPerson(personId, id, person, State.ACCEPTED, addedAt);
    }
  }

  private static Query query(Reading db, @Nullable ActorId viewer, String found) {
    return db.query(WITH_PEOPLE.replace("#found", found))
        .bind("viewer", viewer == null ? NOBODY : viewer);
  }

  private static List<SeenCollection> list(Query query) {
    Map<CollectionId, List<Row>> rows = new LinkedHashMap<>();
    query
        .mapTo(Row.class)
        .forEach(row -> rows.computeIfAbsent(row.id(), _ -> new ArrayList<>()).add(row));
    return rows.values().stream().map(Row::seen).toList();
  }

  Optional<SeenCollection> one(Reading db, @Nullable ActorId viewer, CollectionId id) {
    return all(db, viewer, List.of(id)).stream().findFirst();
  }

  List<SeenCollection> all(Reading db, @Nullable ActorId viewer, Collection<CollectionId> ids) {
    return list(
        query(db, viewer, BY_AGE + "WHERE c.id IN (<ids>)" + SEEN)
            .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids)));
  }

  /** Also those that the viewer might not read by themselves. */
  List<SeenCollection> reported(Reading db, ActorId viewer, Collection<CollectionId> ids) {
    return list(
        query(db, viewer, BY_AGE + "WHERE c.id IN (<ids>)")
            .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids)));
  }

  Optional<SeenCollection> named(Reading db, @Nullable ActorId viewer, Iri iri) {
    return list(query(db, viewer, BY_AGE + "WHERE c.iri = :iri" + SEEN).bind("iri", iri)).stream()
        .findFirst();
  }

  /** Somebody's collections, the latest first; to others only those that may be found. */
  List<SeenCollection> of(
      Reading db, @Nullable ActorId viewer, ActorId owner, int offset, int limit) {
    String found = owner.equals(viewer) ? "" : " AND c.discoverable";
    return list(
        query(db, viewer, BY_AGE + "WHERE c.owner_id = :owner" + found + SEEN + SOME)
            .bind("owner", owner)
            .bind("limit", limit)
            .bind("offset", offset));
  }

  /** The collections that somebody stands in, the latest first. */
  List<SeenCollection> holding(Reading db, ActorId member, int offset, int limit) {
    return list(query(db, member, HOLDING + SOME).bind("limit", limit).bind("offset", offset));
  }

  /** Those of some that somebody stands in. */
  List<SeenCollection> holding(Reading db, ActorId member, Collection<CollectionId> among) {
    return list(
        query(db, member, HOLDING + " AND c.id IN (<among>)")
            .bindList(EmptyHandling.NULL_KEYWORD, "among", List.copyOf(among)));
  }

  /** Those that may be found whose name begins like a text or whose tag it is, the latest first. */
  List<SeenCollection> find(
      Reading db, @Nullable ActorId viewer, String text, String tag, int offset, int limit) {
    String found =
        BY_AGE
            + """
            WHERE c.discoverable AND o.standing = 'ok'
              AND ((c.name_key >= :from AND c.name_key < :to) OR c.tag = :tag)
            """
            + SEEN
            + """
             AND NOT EXISTS (SELECT 1 FROM blocks b
              WHERE b.actor_id = :viewer AND b.target_id = c.owner_id)\
            """
            + SOME;
    String key = CollectionStore.key(text);
    return list(
        query(db, viewer, found)
            .bind("from", key)
            .bind("to", key + '\uffff')
            .bind("tag", tag)
            .bind("limit", limit)
            .bind("offset", offset));
  }
}
