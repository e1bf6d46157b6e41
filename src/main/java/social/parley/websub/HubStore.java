package social.parley.websub;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code hub_subscriptions}. */
final class HubStore {
  /** Takes the place of what the same callback had asked for; what it was told stays known. */
  void put(Tx tx, HubSubscription one) {
    tx.update(
            """
            INSERT INTO hub_subscriptions (id, feed, topic, callback, host, secret, expires_at,
              failing_since, told)
            VALUES (:id, :feed, :topic, :callback, :host, :secret, :expiresAt, NULL, :told)
            ON CONFLICT (topic, callback) DO UPDATE SET secret = excluded.secret,
              expires_at = excluded.expires_at, failing_since = NULL\
            """,
            one)
        .execute();
  }

  Optional<HubSubscription> find(Reading db, long id) {
    return db.query(
            """
            SELECT id, feed, topic, callback, host, secret, expires_at, failing_since, told
            FROM hub_subscriptions WHERE id = :id\
            """)
        .bind("id", id)
        .mapTo(HubSubscription.class)
        .findOne();
  }

  boolean has(Reading db, HubRequest request) {
    return db.query("SELECT 1 FROM hub_subscriptions WHERE topic = :topic AND callback = :callback")
        .bind("topic", request.topic())
        .bind("callback", request.callback())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  int count(Reading db) {
    return db.query("SELECT count(*) FROM hub_subscriptions").mapTo(Integer.class).one();
  }

  int count(Reading db, String host) {
    return db.query("SELECT count(*) FROM hub_subscriptions WHERE host = :host")
        .bind("host", host)
        .mapTo(Integer.class)
        .one();
  }

  Set<String> feeds(Reading db) {
    return Set.copyOf(
        db.query("SELECT DISTINCT feed FROM hub_subscriptions").mapTo(String.class).list());
  }

  List<Long> of(Reading db, Collection<String> feeds, Instant now) {
    return db.query(
            """
            SELECT id FROM hub_subscriptions WHERE feed IN (<feeds>) AND expires_at > :now
            ORDER BY id\
            """)
        .bindList("feeds", List.copyOf(feeds))
        .bind("now", now)
        .mapTo(Long.class)
        .list();
  }

  void told(Tx tx, long id, String digest) {
    tx.update("UPDATE hub_subscriptions SET told = :told, failing_since = NULL WHERE id = :id")
        .bind("told", digest)
        .bind("id", id)
        .execute();
  }

  void fail(Tx tx, long id, @Nullable Instant since) {
    tx.update("UPDATE hub_subscriptions SET failing_since = :since WHERE id = :id")
        .bind("since", since)
        .bind("id", id)
        .execute();
  }

  void delete(Tx tx, long id) {
    tx.update("DELETE FROM hub_subscriptions WHERE id = :id").bind("id", id).execute();
  }

  void delete(Tx tx, HubRequest request) {
    tx.update("DELETE FROM hub_subscriptions WHERE topic = :topic AND callback = :callback")
        .bind("topic", request.topic())
        .bind("callback", request.callback())
        .execute();
  }

  void deleteExpired(Tx tx, Instant now) {
    tx.update("DELETE FROM hub_subscriptions WHERE expires_at <= :now").bind("now", now).execute();
  }
}
