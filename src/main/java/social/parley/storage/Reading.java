package social.parley.storage;

import org.jdbi.v3.core.statement.Query;
import social.parley.core.Cursor;

/**
 * What a read may do. Parameters are written {@code :name}; rows become records whose components
 * are named like the columns ({@code createdAt} for {@code created_at}):
 *
 * <pre>{@code
 * record Note(PostId id, ActorId author, @Nullable String title, Visibility visibility, Instant createdAt) {}
 *
 * Optional<Note> find(Reading db, PostId id) {
 *   return db.query("SELECT id, author, title, visibility, created_at FROM notes WHERE id = :id")
 *       .bind("id", id)
 *       .mapTo(Note.class)
 *       .findOne();
 * }
 *
 * long count(Reading db) {
 *   return db.query("SELECT count(*) FROM notes").mapTo(long.class).one();
 * }
 *
 * List<Note> all(Reading db, Collection<PostId> ids) {
 *   return db.query("SELECT * FROM notes WHERE id IN (<ids>)")
 *       .bindList(EmptyHandling.NULL_KEYWORD, "ids", ids)
 *       .mapTo(Note.class)
 *       .list();
 * }
 * }</pre>
 *
 * Columns and parameters may be ids and other records whose one component is called {@code value}
 * (long or string, such as {@code PostId} and {@code Iri}), {@code Instant} (milliseconds, BIGINT),
 * {@code JsonNode} (TEXT), enums (TEXT, in lower case), strings, numbers, booleans, bytes. An empty
 * list bound with {@code NULL_KEYWORD} matches nothing; mind that {@code NOT IN} then matches
 * nothing either. Every statement sees what was committed when it began. Results must be collected
 * before the read returns.
 */
public interface Reading {
  /** A statement that gives rows; also {@code INSERT ... RETURNING}, inside a write. */
  Query query(String sql);

  /** The same, with the components of a record as its parameters. */
  default Query query(String sql, Record row) {
    return query(sql).bindNamedArgumentFinder(new RowArguments(row));
  }

  /**
   * A page of a list that is ordered by a column of numbers: the rows that a cursor asks for, in
   * its order. The statement ends inside its conditions.
   */
  default Query page(String sql, String column, Cursor cursor) {
    String order = cursor.ascending() ? " ASC" : " DESC";
    return query(
            "%1$s AND %2$s < :below AND %2$s > :above ORDER BY %2$s%3$s LIMIT :limit"
                .formatted(sql, column, order))
        .bind("below", cursor.below())
        .bind("above", cursor.above())
        .bind("limit", cursor.limit());
  }

  Dialect dialect();
}
