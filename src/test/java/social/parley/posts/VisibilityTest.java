package social.parley.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.storage.Database;
import social.parley.storage.Databases;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The two forms of the answer to "may X see Y?" agree, whoever the people and posts are. */
class VisibilityTest {
  private static final int PEOPLE = 8;
  private static final int POSTS = 60;

  @Nested
  class OnSqlite {
    @TempDir Path folder;

    @Test
    void predicateAndConditionAgree() {
      try (Database database = Databases.sqlite(folder)) {
        agree(database);
      }
    }
  }

  @Nested
  class OnPostgres {
    @Test
    void predicateAndConditionAgree() {
      try (Database database = Databases.postgres()) {
        agree(database);
      }
    }
  }

  private final Visibility visibility = new Visibility();
  private final PostStore store = new PostStore();
  private final AddresseeStore addressees = new AddresseeStore();

  private void agree(Database database) {
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      database.run(VisibilityTest::clear);
      database.run(tx -> populate(tx, random));
      int seen = 0;
      for (int viewer = -1; viewer < PEOPLE; viewer++) {
        ActorId asking = viewer < 0 ? null : new ActorId(viewer + 1);
        Set<PostId> bySql = database.read(db -> bySql(db, asking));
        Set<PostId> byPredicate = database.read(db -> byPredicate(db, asking));
        assertThat(byPredicate).as("seed %s, viewer %s", seed, asking).isEqualTo(bySql);
        seen += bySql.size();
      }
      assertThat(seen).isBetween(1, (PEOPLE + 1) * POSTS - 1);
    }
  }

  private Set<PostId> bySql(Reading db, ActorId viewer) {
    return new HashSet<>(
        db.query("SELECT p.id FROM posts p WHERE " + visibility.sql("p"))
            .bind("viewer", viewer == null ? Visibility.NOBODY : viewer)
            .mapTo(PostId.class)
            .list());
  }

  private Set<PostId> byPredicate(Reading db, ActorId viewer) {
    List<PostId> ids = new ArrayList<>();
    for (int i = 1; i <= POSTS; i++) ids.add(new PostId(i));
    List<Post> posts = new ArrayList<>(store.byIds(db, ids).values());
    Set<PostId> together = ids(visibility.visible(db, viewer, posts));
    Set<PostId> singly = new HashSet<>();
    for (Post post : posts) if (visibility.canSee(db, viewer, post)) singly.add(post.id());
    assertThat(singly).isEqualTo(together);
    return together;
  }

  private static Set<PostId> ids(List<Post> posts) {
    Set<PostId> ids = new HashSet<>();
    for (Post post : posts) ids.add(post.id());
    return ids;
  }

  private static void clear(Tx tx) {
    for (String table : List.of("posts", "follows", "blocks", "actors"))
      tx.update("DELETE FROM " + table).execute();
  }

  private void populate(Tx tx, Random random) {
    for (int i = 1; i <= PEOPLE; i++) person(tx, i, random);
    for (int one = 1; one <= PEOPLE; one++)
      for (int other = 1; other <= PEOPLE; other++) {
        if (one == other) continue;
        if (random.nextInt(3) == 0) follow(tx, one, other, random.nextBoolean());
        if (random.nextInt(8) == 0) block(tx, one, other);
      }
    for (int i = 1; i <= POSTS; i++) post(tx, i, random);
  }

  private static void person(Tx tx, int id, Random random) {
    tx.update(
            """
            INSERT INTO actors (id, iri, kind, username, domain, local, display_name, bio_html,
              bio_source, fields, url, inbox, avatar_description, header_description, locked, bot,
              discoverable, indexable, hide_collections, memorial, also_known_as, emoji,
              created_at, standing, deleted_at, handle_key)
            VALUES (:id, :iri, 'person', :name, 'test', TRUE, '', '', '', '[]', '', :iri, '', '',
              FALSE, FALSE, TRUE, TRUE, FALSE, FALSE, '[]', '[]', 0, :standing, :deleted, :name)\
            """)
        .bind("id", id)
        .bind("iri", "http://test/" + id)
        .bind("name", "p" + id)
        .bind("standing", random.nextInt(6) == 0 ? "suspended" : "ok")
        .bind("deleted", random.nextInt(8) == 0 ? Instant.EPOCH : null)
        .execute();
  }

  private static void follow(Tx tx, int one, int other, boolean accepted) {
    tx.update(
            """
            INSERT INTO follows (id, follower_id, followed_id, follower_local, iri, state, boosts,
              notifying, languages, created_at)
            VALUES (:id, :one, :other, TRUE, :iri, :state, TRUE, FALSE, '', 0)\
            """)
        .bind("id", one * 100 + other)
        .bind("one", one)
        .bind("other", other)
        .bind("iri", "http://test/f/" + one + "/" + other)
        .bind("state", accepted ? "accepted" : "requested")
        .execute();
  }

  private static void block(Tx tx, int one, int other) {
    tx.update(
            """
            INSERT INTO blocks (id, actor_id, target_id, iri, created_at)
            VALUES (:id, :one, :other, :iri, 0)\
            """)
        .bind("id", one * 100 + other)
        .bind("one", one)
        .bind("other", other)
        .bind("iri", "http://test/b/" + one + "/" + other)
        .execute();
  }

  private void post(Tx tx, int number, Random random) {
    PostId id = new PostId(number);
    Iri iri = new Iri("http://test/posts/" + number);
    Reach reach = Reach.values()[random.nextInt(4)];
    ActorId author = new ActorId(1 + random.nextInt(PEOPLE));
    PostChange post = new PostChange(id, iri, iri.value(), author, true, Instant.EPOCH);
    post.reach(reach);
    if (number > 10 && random.nextInt(4) == 0) post.boostOf(new PostId(1 + random.nextInt(10)));
    store.insert(tx, post.build());
    List<Addressee> people = new ArrayList<>();
    for (int i = 1; i <= PEOPLE; i++)
      if (random.nextInt(4) == 0)
        people.add(new Addressee(new ActorId(i), random.nextBoolean(), random.nextBoolean()));
    if (store.byId(tx, id).isPresent()) addressees.insert(tx, id, people);
  }
}
