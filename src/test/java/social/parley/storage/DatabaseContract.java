package social.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.util.Throwables;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.core.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What every database does, whichever kind it is. */
abstract class DatabaseContract {
  private Database database;

  abstract Database open();

  enum Mood {
    GLAD,
    QUITE_SAD
  }

  record Note(
      PostId id,
      ActorId author,
      @Nullable Iri url,
      Mood mood,
      boolean pinned,
      @Nullable JsonNode details,
      byte[] raw,
      @Nullable Instant editedAt) {}

  record Written(PostId id) implements Announcement {}

  @BeforeEach
  void table() {
    database = open();
    database.run(tx -> {
      for (String statement : new Migrations.Migration("test", TABLE).statements(tx.dialect()))
        tx.update(statement).execute();
    });
  }

  private static final String TABLE =
      """
      -- a table; for tests
      CREATE TABLE notes (
        id ${id} PRIMARY KEY,
        author BIGINT NOT NULL,
        url TEXT,
        mood TEXT NOT NULL,
        pinned BOOLEAN NOT NULL,
        details TEXT,
        raw ${bytes} NOT NULL,
        edited_at BIGINT
      );
      CREATE TABLE pairs (a BIGINT NOT NULL, b BIGINT NOT NULL, PRIMARY KEY (a, b))${clustered};
      """;

  @AfterEach
  void close() {
    database.close();
  }

  private static Note note(long id) {
    return new Note(
        new PostId(id), new ActorId(7), null, Mood.GLAD, false, null, new byte[0], null);
  }

  private static void insert(Tx tx, Note note) {
    tx.update(
            """
            INSERT INTO notes (id, author, url, mood, pinned, details, raw, edited_at)
            VALUES (:id, :author, :url, :mood, :pinned, :details, :raw, :editedAt)\
            """,
            note)
        .execute();
  }

  private static Optional<Note> find(Reading db, long id) {
    return db.query("SELECT * FROM notes WHERE id = :id")
        .bind("id", new PostId(id))
        .mapTo(Note.class)
        .findOne();
  }

  private Optional<Note> found(long id) {
    return database.read(db -> find(db, id));
  }

  private List<PostId> ids() {
    return database.read(
        db -> db.query("SELECT id FROM notes ORDER BY id").mapTo(PostId.class).list());
  }

  @Test
  void aRecordComesBackAsItWent() {
    Note full =
        new Note(
            new PostId(1),
            new ActorId(Long.MAX_VALUE),
            new Iri("https://a.test/1"),
            Mood.QUITE_SAD,
            true,
            JsonNodeFactory.instance.objectNode().put("a", "ü"),
            new byte[] {0, -1, 5},
            Instant.ofEpochMilli(1_700_000_000_123L));
    database.run(tx -> insert(tx, full));
    database.run(tx -> insert(tx, note(2)));
    assertThat(found(1)).get().usingRecursiveComparison().isEqualTo(full);
    assertThat(found(2)).get().usingRecursiveComparison().isEqualTo(note(2));
    assertThat(found(3)).isEmpty();
    String mood =
        database.read(
            db -> db.query("SELECT mood FROM notes WHERE id = 1").mapTo(String.class).one());
    assertThat(mood).isEqualTo("quite_sad");
  }

  @Test
  void nullsOfEveryTypeCanBeBound() {
    int found =
        database.write(tx ->
            tx.update("UPDATE notes SET edited_at = :at, url = :url WHERE id = :id")
                .bindByType("at", null, Instant.class)
                .bind("url", (Object) null)
                .bindByType("id", null, PostId.class)
                .execute());
    assertThat(found).isZero();
  }

  @Test
  void listsOfParameters() {
    database.run(tx -> List.of(1L, 2L, 3L).forEach(id -> insert(tx, note(id))));
    assertThat(among(List.of(new PostId(1), new PostId(3), new PostId(9))))
        .containsExactly(new PostId(1), new PostId(3));
    assertThat(among(List.of())).isEmpty();
  }

  private List<PostId> among(List<PostId> ids) {
    return database.read(db ->
        db.query("SELECT id FROM notes WHERE id IN (<ids>) ORDER BY id")
            .bindList(EmptyHandling.NULL_KEYWORD, "ids", ids)
            .mapTo(PostId.class)
            .list());
  }

  @Test
  void batchesAndReturning() {
    int[] counts =
        database.write(tx -> {
          var batch = tx.batch("INSERT INTO pairs (a, b) VALUES (:a, :b) ON CONFLICT DO NOTHING");
          for (long i = 0; i < 3; i++) batch.bind("a", new ActorId(1)).bind("b", i).add();
          return batch.execute();
        });
    assertThat(counts).containsExactly(1, 1, 1);
    List<Long> returned =
        database.write(tx ->
            tx.query(
                    """
                    INSERT INTO pairs (a, b) VALUES (1, 2), (1, 3)
                    ON CONFLICT DO NOTHING RETURNING b\
                    """)
                .mapTo(Long.class)
                .list());
    assertThat(returned).containsExactly(3L);
  }

  private record Pair(long a, ActorId b) {}

  @Test
  void recordsInABatch() {
    database.run(tx ->
        tx.batch(
                "INSERT INTO pairs (a, b) VALUES (:a, :b)",
                List.of(new Pair(1, new ActorId(2)), new Pair(3, new ActorId(4))))
            .execute());
    List<Pair> pairs =
        database.read(db -> db.query("SELECT a, b FROM pairs").mapTo(Pair.class).list());
    assertThat(pairs)
        .containsExactlyInAnyOrder(new Pair(1, new ActorId(2)), new Pair(3, new ActorId(4)));
  }

  @Test
  void whatThrowsLeavesNothing() {
    assertThatThrownBy(() ->
            database.run(tx -> {
              insert(tx, note(1));
              tx.afterCommit(() -> database.run(inner -> insert(inner, note(99))));
              throw new Refused.Conflict("no");
            }))
        .isInstanceOf(Refused.Conflict.class);
    database.settle();
    assertThat(ids()).isEmpty();
    database.run(tx -> insert(tx, note(2)));
    assertThatThrownBy(() -> database.run(tx -> insert(tx, note(2))))
        .isInstanceOf(RuntimeException.class);
    database.run(tx -> insert(tx, note(3)));
    assertThat(ids()).containsExactly(new PostId(2), new PostId(3));
  }

  @Test
  void failuresDoNotTellWhatWasStored() {
    Consumer<Tx> store =
        tx ->
            tx.update("INSERT INTO secrets (owner) VALUES (:owner)")
                .bind("owner", "mira@example.org")
                .execute();
    database.run(tx -> tx.update("CREATE TABLE secrets (owner TEXT PRIMARY KEY)").execute());
    database.run(store);
    assertThatThrownBy(() -> database.run(store))
        .satisfies(failed ->
            assertThat(Throwables.getStackTrace(failed))
                .contains("secrets")
                .doesNotContain("mira@example.org"));
  }

  @Test
  void announcementsInsideAndAfter() {
    List<String> heard = new ArrayList<>();
    database.subscribe(
        new Subscribers()
            .on(Written.class, (tx, written) -> heard.add("inside " + written.id()))
            .after(Written.class, written -> heard.add("after " + written.id())));
    database.subscribe(
        new Subscribers()
            .on(Written.class, (tx, written) -> insert(tx, note(written.id().value() + 1))));
    database.run(tx -> {
      insert(tx, note(1));
      tx.announce(new Written(new PostId(1)));
      heard.add("written");
    });
    database.settle();
    assertThat(heard).containsExactly("inside 1", "written", "after 1");
    assertThat(ids()).containsExactly(new PostId(1), new PostId(2));
  }

  @Test
  void settleWaitsForWhatFollowsFromWhatFollowed() {
    database.run(tx ->
        tx.afterCommit(() ->
            database.run(second -> {
              insert(second, note(1));
              second.afterCommit(() -> database.run(last -> insert(last, note(2))));
            })));
    database.settle();
    assertThat(ids()).containsExactly(new PostId(1), new PostId(2));
  }

  @Test
  void scopesAreBoundInside() {
    List<Object> seen = new ArrayList<>();
    ScopedValue.where(Scope.REQUEST, "r1")
        .run(() -> {
          database.run(tx -> seen.add(Scope.WRITING.get() + " " + Scope.REQUEST.get()));
          database.read(db -> seen.add(Scope.WRITING.isBound() + " " + Scope.REQUEST.get()));
        });
    assertThat(seen).containsExactly("true r1", "false r1");
  }

  @Test
  void nothingIsStartedInsideAReadOrAWrite() {
    assertThatThrownBy(() -> database.run(tx -> database.run(inner -> {})))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> database.run(tx -> database.read(db -> 1)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> database.read(db -> database.write(tx -> 1)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> database.read(db -> database.read(inner -> 1)))
        .isInstanceOf(IllegalStateException.class);
  }
}
