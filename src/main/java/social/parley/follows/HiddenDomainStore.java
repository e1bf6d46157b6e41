package social.parley.follows;

import java.time.Instant;
import java.util.List;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code hidden_domains}. */
final class HiddenDomainStore {
  record Entry(long id, String domain) {}

  /** False when it is hidden already. */
  boolean insert(Tx tx, long id, ActorId me, String domain, Instant now) {
    return tx.update(
                """
                INSERT INTO hidden_domains (id, actor_id, domain, created_at)
                VALUES (:id, :me, :domain, :now) ON CONFLICT DO NOTHING\
                """)
            .bind("id", id)
            .bind("me", me)
            .bind("domain", domain)
            .bind("now", now)
            .execute()
        == 1;
  }

  /** False when it was not hidden. */
  boolean delete(Tx tx, ActorId me, String domain) {
    return tx.update("DELETE FROM hidden_domains WHERE actor_id = :me AND domain = :domain")
            .bind("me", me)
            .bind("domain", domain)
            .execute()
        == 1;
  }

  void deleteAll(Tx tx, ActorId me) {
    tx.update("DELETE FROM hidden_domains WHERE actor_id = :me").bind("me", me).execute();
  }

  boolean hides(Reading db, ActorId me, String domain) {
    return db.query("SELECT 1 FROM hidden_domains WHERE actor_id = :me AND domain = :domain")
        .bind("me", me)
        .bind("domain", domain)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  Page<String> page(Reading db, ActorId me, Cursor cursor) {
    List<Entry> rows =
        db.page("SELECT id, domain FROM hidden_domains WHERE actor_id = :me", "id", cursor)
            .bind("me", me)
            .mapTo(Entry.class)
            .list();
    return Page.of(rows, cursor, Entry::id).map(Entry::domain);
  }

  /** Some follows between a person and those of a server, in either direction. */
  List<Follow> follows(Reading db, ActorId me, String domain, int most) {
    return db.query(
            """
            SELECT f.* FROM follows f JOIN actors a
              ON a.id = CASE WHEN f.follower_id = :me THEN f.followed_id ELSE f.follower_id END
            WHERE (f.follower_id = :me OR f.followed_id = :me) AND a.domain = :domain
            LIMIT :most\
            """)
        .bind("me", me)
        .bind("domain", domain)
        .bind("most", most)
        .mapTo(FollowStore.Row.class)
        .map(FollowStore.Row::follow)
        .list();
  }

  HiddenDomains.Preview preview(Reading db, ActorId me, String domain) {
    return db.query(
            """
            SELECT (SELECT count(*) FROM follows f JOIN actors a ON a.id = f.followed_id
                WHERE f.follower_id = :me AND f.state = 'accepted' AND a.domain = :domain)
                AS following,
              (SELECT count(*) FROM follows f JOIN actors a ON a.id = f.follower_id
                WHERE f.followed_id = :me AND f.state = 'accepted' AND a.domain = :domain)
                AS followers\
            """)
        .bind("me", me)
        .bind("domain", domain)
        .mapTo(HiddenDomains.Preview.class)
        .one();
  }
}
