package social.parley.push;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.notifications.NotificationType;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code push_subscriptions}. */
final class PushStore {
  private static final String SELECT =
      """
      SELECT id, token_id, session_id, actor_id, secret, endpoint, p256dh, auth, standard, policy,
        alerts, failing_since, created_at
      FROM push_subscriptions WHERE \
      """;

  record Row(
      int id,
      @Nullable Long tokenId,
      @Nullable Long sessionId,
      ActorId actorId,
      String secret,
      Iri endpoint,
      String p256dh,
      String auth,
      boolean standard,
      PushPolicy policy,
      String alerts,
      @Nullable Instant failingSince,
      Instant createdAt) {

    static Row of(PushSubscription one) {
      return new Row(
          one.id(),
          one.tokenId(),
          one.sessionId(),
          one.actorId(),
          one.secret(),
          one.endpoint(),
          one.p256dh(),
          one.auth(),
          one.standard(),
          one.policy(),
          words(one.alerts()),
          one.failingSince(),
          one.createdAt());
    }

    PushSubscription subscription() {
      return new PushSubscription(
          id,
          tokenId,
          sessionId,
          actorId,
          secret,
          endpoint,
          p256dh,
          auth,
          standard,
          policy,
          types(alerts),
          failingSince,
          createdAt);
    }
  }

  private static String words(Set<NotificationType> types) {
    return types.stream().map(NotificationType::word).sorted().collect(Collectors.joining(" "));
  }

  private static Set<NotificationType> types(String words) {
    Set<NotificationType> types = EnumSet.noneOf(NotificationType.class);
    for (String word : words.split(" ")) NotificationType.of(word).ifPresent(types::add);
    return types;
  }

  /** False when the id is taken. */
  boolean insert(Tx tx, PushSubscription subscription) {
    return tx.update(
                """
                INSERT INTO push_subscriptions (id, token_id, session_id, actor_id, secret,
                  endpoint, p256dh, auth, standard, policy, alerts, failing_since, created_at)
                VALUES (:id, :tokenId, :sessionId, :actorId, :secret, :endpoint, :p256dh, :auth,
                  :standard, :policy, :alerts, :failingSince, :createdAt)
                ON CONFLICT (id) DO NOTHING\
                """,
                Row.of(subscription))
            .execute()
        == 1;
  }

  Optional<PushSubscription> ofToken(Reading db, long token) {
    return one(db, "token_id", token);
  }

  Optional<PushSubscription> ofSession(Reading db, long session) {
    return one(db, "session_id", session);
  }

  Optional<PushSubscription> byId(Reading db, int id) {
    return one(db, "id", id);
  }

  private static Optional<PushSubscription> one(Reading db, String column, long value) {
    return db.query(SELECT + column + " = :value")
        .bind("value", value)
        .mapTo(Row.class)
        .findOne()
        .map(Row::subscription);
  }

  List<PushSubscription> of(Reading db, ActorId actor) {
    return db.query(SELECT + "actor_id = :actor ORDER BY id")
        .bind("actor", actor)
        .mapTo(Row.class)
        .map(Row::subscription)
        .list();
  }

  void change(Tx tx, PushSubscription subscription) {
    tx.update(
            "UPDATE push_subscriptions SET policy = :policy, alerts = :alerts WHERE id = :id",
            Row.of(subscription))
        .execute();
  }

  void fail(Tx tx, int id, @Nullable Instant since) {
    tx.update("UPDATE push_subscriptions SET failing_since = :since WHERE id = :id")
        .bind("since", since)
        .bind("id", id)
        .execute();
  }

  void delete(Tx tx, int id) {
    tx.update("DELETE FROM push_subscriptions WHERE id = :id").bind("id", id).execute();
  }

  void deleteOfToken(Tx tx, long token) {
    tx.update("DELETE FROM push_subscriptions WHERE token_id = :token")
        .bind("token", token)
        .execute();
  }

  void deleteOfSession(Tx tx, long session) {
    tx.update("DELETE FROM push_subscriptions WHERE session_id = :session")
        .bind("session", session)
        .execute();
  }
}
