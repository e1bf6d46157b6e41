package social.parley.portability;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code imports} and {@code import_rows}. */
final class ImportStore {
  private static final String IMPORTS =
      """
      SELECT i.*, (SELECT count(*) FROM import_rows r WHERE r.import_id = i.id) AS rows,
        (SELECT count(*) FROM import_rows r WHERE r.import_id = i.id AND r.state = 'done') AS done,
        (SELECT count(*) FROM import_rows r WHERE r.import_id = i.id AND r.state = 'failed')
          AS failed
      FROM imports i WHERE \
      """;
  private static final String ROWS =
      "SELECT line, subject, detail, state, attempts, reason FROM import_rows WHERE import_id ="
          + " :id";

  /** Something that its owner has and the file has not; the name is that of what has no row id. */
  record Surplus(long id, long target, String name) {}

  private record Line(
      long importId,
      long line,
      String subject,
      String detail,
      ImportRow.State state,
      @Nullable String reason) {}

  void insert(Tx tx, Import one, List<ImportRow> rows) {
    tx.update(
            """
            INSERT INTO imports (id, owner_id, kind, overwrite, state, file_name, removed,
              created_at)
            VALUES (:id, :ownerId, :kind, :overwrite, :state, :fileName, 0, :createdAt)\
            """,
            one)
        .execute();
    tx.batch(
            """
            INSERT INTO import_rows (import_id, line, subject, detail, state, attempts, reason)
            VALUES (:importId, :line, :subject, :detail, :state, 0, :reason)\
            """,
            rows.stream()
                .map(row ->
                    new Line(
                        one.id(),
                        row.line(),
                        row.subject(),
                        row.detail(),
                        row.state(),
                        row.reason()))
                .toList())
        .execute();
  }

  /** The latest first. */
  List<Import> of(Reading db, ActorId owner) {
    return db.query(IMPORTS + "i.owner_id = :owner ORDER BY i.id DESC")
        .bind("owner", owner)
        .mapTo(Import.class)
        .list();
  }

  Optional<Import> find(Reading db, long id) {
    return db.query(IMPORTS + "i.id = :id").bind("id", id).mapTo(Import.class).findOne();
  }

  /** False when it is not in the state that it is to leave. */
  boolean advance(Tx tx, long id, Import.State from, Import.State to, @Nullable Instant finished) {
    return tx.update(
                """
                UPDATE imports SET state = :to, finished_at = :finished
                WHERE id = :id AND state = :from\
                """)
            .bind("id", id)
            .bind("from", from)
            .bind("to", to)
            .bind("finished", finished)
            .execute()
        == 1;
  }

  /** Whether this step is still to be done. */
  boolean isDue(Reading db, long id, long step) {
    return db.query("SELECT id FROM imports WHERE id = :id AND step = :step AND state = :state")
        .bind("id", id)
        .bind("step", step)
        .bind("state", Import.State.RUNNING)
        .mapTo(long.class)
        .findOne()
        .isPresent();
  }

  /** False when this step is over already, or the import given up. */
  boolean proceed(Tx tx, long id, long step) {
    return tx.update("UPDATE imports SET step = step + 1 WHERE id = :id AND step = :step")
            .bind("id", id)
            .bind("step", step)
            .execute()
        == 1;
  }

  /** How many people somebody follows or has asked. */
  long countFollowed(Reading db, ActorId owner) {
    return db.query("SELECT count(*) FROM follows WHERE follower_id = :owner")
        .bind("owner", owner)
        .mapTo(long.class)
        .one();
  }

  void countRemoved(Tx tx, long id, int more) {
    tx.update("UPDATE imports SET removed = removed + :more WHERE id = :id")
        .bind("more", more)
        .bind("id", id)
        .execute();
  }

  void delete(Tx tx, long id) {
    tx.update("DELETE FROM import_rows WHERE import_id = :id").bind("id", id).execute();
    tx.update("DELETE FROM imports WHERE id = :id").bind("id", id).execute();
  }

  List<ImportRow> waiting(Reading db, long id, int attempts, int most) {
    return db.query(
            ROWS
                + " AND state = 'waiting' AND attempts <= :attempts ORDER BY attempts, line LIMIT"
                + " :most")
        .bind("id", id)
        .bind("attempts", attempts)
        .bind("most", most)
        .mapTo(ImportRow.class)
        .list();
  }

  /** Whether the filter with this {@link FilterRow#key} has yet to be brought. */
  boolean isFilterWaiting(Reading db, long id, String key) {
    String filter = key + "\n";
    return db.query(
                """
                SELECT count(*) FROM import_rows WHERE import_id = :id AND subject = :title
                  AND state = 'waiting' AND substr(detail, 1, :length) = :filter\
                """)
            .bind("id", id)
            .bind("title", FilterRow.title(key))
            .bind("length", filter.codePointCount(0, filter.length()))
            .bind("filter", filter)
            .mapTo(long.class)
            .one()
        > 0;
  }

  boolean anyWaiting(Reading db, long id) {
    return !waiting(db, id, Integer.MAX_VALUE, 1).isEmpty();
  }

  List<ImportRow> failed(Reading db, long id, long after, int most) {
    return db.query(ROWS + " AND state = 'failed' AND line > :after ORDER BY line LIMIT :most")
        .bind("id", id)
        .bind("after", after)
        .bind("most", most)
        .mapTo(ImportRow.class)
        .list();
  }

  void settle(Tx tx, long id, long line, ImportRow.State state, @Nullable String reason) {
    tx.update(
            """
            UPDATE import_rows SET state = :state, reason = :reason, attempts = attempts + 1
            WHERE import_id = :id AND line = :line\
            """)
        .bind("state", state)
        .bind("reason", reason)
        .bind("id", id)
        .bind("line", line)
        .execute();
  }

  /** What goes when a list is overwritten, in the order of row ids. */
  List<Surplus> surplus(Reading db, Import one, long after, int most) {
    Owned owned = Owned.of(one.kind());
    return db.query(
            "SELECT x.id, "
                + owned.target()
                + " AS target, "
                + owned.name()
                + " AS name"
                + owned.rest()
                + " AND x.id > :after ORDER BY x.id LIMIT :most")
        .bind("owner", one.ownerId())
        .bind("import", one.id())
        .bind("after", after)
        .bind("most", most)
        .mapTo(Surplus.class)
        .list();
  }

  long countSurplus(Reading db, Import one) {
    return db.query("SELECT count(*)" + Owned.of(one.kind()).rest())
        .bind("owner", one.ownerId())
        .bind("import", one.id())
        .mapTo(long.class)
        .one();
  }

  /** Where the things of one kind stand, and when a row of a file is about one of them. */
  private record Owned(String target, String name, String from, String owner, String named) {
    private static final String PERSON = "r.subject = a.handle_key";

    /** {@link FilterRow#key} of a row. */
    private static final String FILTER_KEY =
        "(x.action || ';' || x.contexts || ';' || length(x.title) || ';' || x.title)";

    static Owned of(ImportKind kind) {
      String person = " JOIN actors a ON a.id = x.";
      return switch (kind) {
        case FOLLOWING ->
            new Owned(
                "x.followed_id",
                "''",
                "follows x" + person + "followed_id",
                "x.state = 'accepted' AND x.follower_id",
                PERSON);
        case BLOCKS ->
            new Owned("x.target_id", "''", "blocks x" + person + "target_id", "x.actor_id", PERSON);
        case MUTES ->
            new Owned("x.target_id", "''", "mutes x" + person + "target_id", "x.actor_id", PERSON);
        case DOMAINS ->
            new Owned("0", "x.domain", "hidden_domains x", "x.actor_id", "r.subject = x.domain");
        case BOOKMARKS ->
            new Owned(
                "x.post_id",
                "''",
                "bookmarks x JOIN posts p ON p.id = x.post_id",
                "x.actor_id",
                "r.subject = p.iri");
        case LISTS ->
            new Owned(
                "x.member_id",
                "CAST(l.id AS TEXT)",
                "lists l JOIN list_members x ON x.list_id = l.id" + person + "member_id",
                "l.owner_id",
                PERSON + " AND r.detail = l.title");
        case FILTERS ->
            new Owned(
                "x.id",
                "''",
                "filters x",
                "x.owner_id",
                "r.subject = x.title AND substr(r.detail, 1, length("
                    + FILTER_KEY
                    + ")) = "
                    + FILTER_KEY);
      };
    }

    String rest() {
      return " FROM "
          + from
          + " WHERE "
          + owner
          + " = :owner AND NOT EXISTS (SELECT 1 FROM import_rows r WHERE r.import_id = :import"
          + " AND "
          + named
          + ")";
    }
  }
}
