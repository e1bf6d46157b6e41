package social.parley.follows;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.follows.Follow.State;
import social.parley.storage.Padded;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code follows}. */
final class FollowStore {
  private static final String COLUMNS =
      "id, follower_id, followed_id, iri, state, boosts, notifying, languages, created_at";

  record Row(
      long id,
      ActorId followerId,
      ActorId followedId,
      Iri iri,
      State state,
      boolean boosts,
      boolean notifying,
      String languages,
      Instant createdAt) {
    Follow follow() {
      return new Follow(
          id,
          followerId,
          followedId,
          iri,
          state,
          new FollowOptions(boosts, notifying, split(languages)),
          createdAt);
    }
  }

  record Entry(long id, ActorId actor) {
    static Page<ActorId> page(Query rows, Cursor cursor) {
      return Page.of(rows.mapTo(Entry.class).list(), cursor, Entry::id).map(Entry::actor);
    }
  }

  /** False when the pair is there already. */
  boolean insert(Tx tx, Follow follow, boolean followerLocal) {
    return tx.update(
                """
                INSERT INTO follows (id, follower_id, followed_id, follower_local, iri, state, boosts,
                  notifying, languages, created_at)
                VALUES (:id, :follower, :followed, :followerLocal, :iri, :state, :boosts, :notifying,
                  :languages, :createdAt)
                ON CONFLICT DO NOTHING\
                """)
            .bind("id", follow.id())
            .bind("follower", follow.follower())
            .bind("followed", follow.followed())
            .bind("followerLocal", followerLocal)
            .bind("iri", follow.iri())
            .bind("state", follow.state())
            .bind("boosts", follow.options().boosts())
            .bind("notifying", follow.options().notifying())
            .bind("languages", String.join(",", follow.options().languages()))
            .bind("createdAt", follow.createdAt())
            .execute()
        == 1;
  }

  void saveOptions(Tx tx, long id, FollowOptions options) {
    tx.update(
            """
            UPDATE follows SET boosts = :boosts, notifying = :notifying, languages = :languages
            WHERE id = :id\
            """)
        .bind("id", id)
        .bind("boosts", options.boosts())
        .bind("notifying", options.notifying())
        .bind("languages", String.join(",", options.languages()))
        .execute();
  }

  /** False when it was not waiting any more. */
  boolean accept(Tx tx, long id) {
    return tx.update("UPDATE follows SET state = 'accepted' WHERE id = :id AND state = 'requested'")
            .bind("id", id)
            .execute()
        == 1;
  }

  boolean delete(Tx tx, long id) {
    return tx.update("DELETE FROM follows WHERE id = :id").bind("id", id).execute() == 1;
  }

  Optional<Follow> find(Reading db, ActorId follower, ActorId followed) {
    return db.query(
            "SELECT "
                + COLUMNS
                + " FROM follows WHERE follower_id = :follower AND followed_id = :followed")
        .bind("follower", follower)
        .bind("followed", followed)
        .mapTo(Row.class)
        .findOne()
        .map(Row::follow);
  }

  Optional<Follow> find(Reading db, Iri iri) {
    return db.query("SELECT " + COLUMNS + " FROM follows WHERE iri = :iri")
        .bind("iri", iri)
        .mapTo(Row.class)
        .findOne()
        .map(Row::follow);
  }

  /** The follows that lead from somebody to some others, and those that lead back. */
  List<Follow> between(Reading db, ActorId me, Collection<ActorId> others) {
    String all = "SELECT " + COLUMNS + " FROM follows WHERE ";
    return db.query(
            all
                + "follower_id = :me AND followed_id IN (<ids>) UNION ALL "
                + all
                + "followed_id = :me AND follower_id IN (<ids>)")
        .bind("me", me)
        .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(others))
        .mapTo(Row.class)
        .map(Row::follow)
        .list();
  }

  Page<ActorId> followers(Reading db, ActorId of, State state, Cursor cursor) {
    return page(db, "followed_id", "follower_id", of, state, cursor);
  }

  Page<ActorId> following(Reading db, ActorId of, State state, Cursor cursor) {
    return page(db, "follower_id", "followed_id", of, state, cursor);
  }

  private static Page<ActorId> page(
      Reading db, String by, String give, ActorId of, State state, Cursor cursor) {
    String sql =
        "SELECT id, " + give + " AS actor FROM follows WHERE " + by + " = :of AND state = :state";
    return Entry.page(db.page(sql, "id", cursor).bind("of", of).bind("state", state), cursor);
  }

  record Familiar(ActorId other, ActorId follower) {}

  /** Who of those whom somebody follows follows some others, unless they hide whom they follow. */
  List<Familiar> familiar(Reading db, ActorId me, Collection<ActorId> others, int most) {
    return db.query(
            """
            SELECT other, follower FROM (
              SELECT f.followed_id AS other, f.follower_id AS follower, f.id,
                row_number() OVER (PARTITION BY f.followed_id ORDER BY f.id DESC) AS place
              FROM follows g
              JOIN follows f ON f.follower_id = g.followed_id AND f.followed_id IN (<others>)
              JOIN actors a ON a.id = f.follower_id
              WHERE g.follower_id = :me AND g.state = 'accepted' AND f.state = 'accepted'
                AND NOT a.hide_collections AND a.deleted_at IS NULL AND a.standing = 'ok'
            ) familiar WHERE place <= :most ORDER BY id DESC\
            """)
        .bind("me", me)
        .bindList(EmptyHandling.NULL_KEYWORD, "others", List.copyOf(others))
        .bind("most", most)
        .mapTo(Familiar.class)
        .list();
  }

  long count(Reading db, ActorId followed, State state) {
    return db.query("SELECT count(*) FROM follows WHERE followed_id = :of AND state = :state")
        .bind("of", followed)
        .bind("state", state)
        .mapTo(long.class)
        .one();
  }

  record Follower(long follow, Iri iri) {}

  /** Who here follows somebody. */
  List<Follower> here(Reading db, ActorId of) {
    return db.query(
            """
            SELECT f.id AS follow, a.iri FROM follows f JOIN actors a ON a.id = f.follower_id
            WHERE f.followed_id = :of AND f.state = 'accepted' AND f.follower_local = TRUE
              AND a.deleted_at IS NULL\
            """)
        .bind("of", of)
        .mapTo(Follower.class)
        .list();
  }

  /** Who elsewhere follows somebody: those whose ids begin so. */
  List<Iri> elsewhere(Reading db, ActorId of, String beginning) {
    return db.query(
            """
            SELECT a.iri FROM follows f JOIN actors a ON a.id = f.follower_id
            WHERE f.followed_id = :of AND f.state = 'accepted' AND f.follower_local = FALSE
              AND a.deleted_at IS NULL AND substr(a.iri, 1, :length) = :beginning\
            """)
        .bind("of", of)
        .bind("length", beginning.length())
        .bind("beginning", beginning)
        .mapTo(Iri.class)
        .list();
  }

  List<Follow> localFollowers(Reading db, ActorId followed, long after, int limit) {
    return db.query(
            "SELECT "
                + COLUMNS
                + " FROM follows WHERE followed_id = :of AND state = 'accepted'"
                + " AND follower_local = TRUE AND id > :after ORDER BY id LIMIT :limit")
        .bind("of", followed)
        .bind("after", after)
        .bind("limit", limit)
        .mapTo(Row.class)
        .map(Row::follow)
        .list();
  }

  /** True when followers have not been compared since a time; from now on they have. */
  boolean mayCompare(Tx tx, ActorId followed, Instant now, Instant before) {
    return tx.update(
                """
                INSERT INTO follow_comparisons (actor_id, asked_at) VALUES (:actor, :now)
                ON CONFLICT (actor_id) DO UPDATE SET asked_at = excluded.asked_at
                  WHERE follow_comparisons.asked_at <= :before\
                """)
            .bind("actor", followed)
            .bind("now", now)
            .bind("before", before)
            .execute()
        == 1;
  }

  /** Distinct inboxes of accepted remote followers; where a server shares one, the shared one. */
  Set<Iri> followerInboxes(Reading db, ActorId followed) {
    return db.query(
            """
            SELECT DISTINCT coalesce(a.shared_inbox, a.inbox) FROM follows f
            JOIN actors a ON a.id = f.follower_id
            WHERE f.followed_id = :of AND f.state = 'accepted' AND f.follower_local = FALSE
              AND a.deleted_at IS NULL AND a.standing <> 'suspended'\
            """)
        .bind("of", followed)
        .mapTo(Iri.class)
        .collect(Collectors.toSet());
  }

  /** The same for those whom somebody follows. */
  Set<Iri> followedInboxes(Reading db, ActorId follower) {
    return db.query(
            """
            SELECT DISTINCT coalesce(a.shared_inbox, a.inbox) FROM follows f
            JOIN actors a ON a.id = f.followed_id
            WHERE f.follower_id = :of AND NOT a.local AND a.deleted_at IS NULL\
            """)
        .bind("of", follower)
        .mapTo(Iri.class)
        .collect(Collectors.toSet());
  }

  List<Follow> involving(Reading db, ActorId actor) {
    return db.query(
            "SELECT " + COLUMNS + " FROM follows WHERE follower_id = :a OR followed_id = :a")
        .bind("a", actor)
        .mapTo(Row.class)
        .map(Row::follow)
        .list();
  }

  boolean hasLocalFollower(Reading db, ActorId followed) {
    return exists(
        db, "followed_id = :a AND state = 'accepted' AND follower_local = TRUE", followed);
  }

  Set<ActorId> followedHere(Reading db, Collection<ActorId> people) {
    return db.query(
            """
            SELECT a.id FROM actors a WHERE a.id IN (<people>) AND EXISTS (SELECT 1 FROM follows f
              WHERE f.followed_id = a.id AND f.state = 'accepted' AND f.follower_local = TRUE)\
            """)
        .bindList("people", Padded.of(people))
        .mapTo(ActorId.class)
        .set();
  }

  private static boolean exists(Reading db, String where, ActorId actor) {
    return db.query("SELECT 1 FROM follows WHERE " + where + " LIMIT 1")
        .bind("a", actor)
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  private static List<String> split(@Nullable String languages) {
    return languages == null || languages.isEmpty()
        ? List.of()
        : Arrays.asList(languages.split(","));
  }
}
