package social.parley.push;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Access;
import social.parley.accounts.Session;
import social.parley.accounts.TokenRevoked;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.notifications.NotificationType;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/** Where apps and browsers want to be woken: one place for each token or session, gone with it. */
public final class PushSubscriptions {
  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;
  private final PushStore store = new PushStore();

  public PushSubscriptions(Database database, Clock clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  /** Takes the place of the token's earlier one; the secret is the token as the app holds it. */
  public PushSubscription subscribe(Access access, String secret, NewSubscription wish) {
    return database.write(tx -> {
      store.deleteOfToken(tx, access.token().id());
      return made(tx, access.token().id(), null, access.actor(), secret, wish);
    });
  }

  /** Wakes the browser of a session, in place of what it asked for before. */
  public PushSubscription subscribe(Session session, ActorId actor, NewSubscription wish) {
    return database.write(tx -> {
      store.deleteOfSession(tx, session.id());
      return made(tx, null, session.id(), actor, "", wish);
    });
  }

  private PushSubscription made(
      Tx tx,
      @Nullable Long token,
      @Nullable Long session,
      ActorId actor,
      String secret,
      NewSubscription wish) {
    while (true) {
      PushSubscription made =
          new PushSubscription(
              random.nextInt(1, Integer.MAX_VALUE),
              token,
              session,
              actor,
              secret,
              wish.endpoint(),
              wish.p256dh(),
              wish.auth(),
              wish.standard(),
              wish.policy(),
              wish.alerts(),
              null,
              clock.instant());
      if (store.insert(tx, made)) return made;
    }
  }

  /** The one of a browser. */
  public Optional<PushSubscription> of(Session session) {
    return database.read(db -> store.ofSession(db, session.id()));
  }

  public void unsubscribe(Session session) {
    database.run(tx -> store.deleteOfSession(tx, session.id()));
  }

  /** The one of a token. */
  public PushSubscription of(long token) {
    return database.read(db -> store.ofToken(db, token)).orElseThrow(Refused.NotFound::new);
  }

  /** What the app wants to hear of from now on. */
  public PushSubscription change(long token, PushPolicy policy, Set<NotificationType> alerts) {
    return database.write(tx -> {
      PushSubscription old = store.ofToken(tx, token).orElseThrow(Refused.NotFound::new);
      PushSubscription changed =
          new PushSubscription(
              old.id(),
              old.tokenId(),
              old.sessionId(),
              old.actorId(),
              old.secret(),
              old.endpoint(),
              old.p256dh(),
              old.auth(),
              old.standard(),
              policy,
              alerts,
              old.failingSince(),
              old.createdAt());
      store.change(tx, changed);
      return changed;
    });
  }

  public void unsubscribe(long token) {
    database.run(tx -> store.deleteOfToken(tx, token));
  }

  /** A token that counts no more wakes nobody. */
  public void revoked(Tx tx, TokenRevoked revoked) {
    store.deleteOfToken(tx, revoked.tokenId());
  }
}
