package social.parley.push;

import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.accounts.Account;
import social.parley.accounts.AccountState;
import social.parley.accounts.Accounts;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.fetch.Courier;
import social.parley.fetch.Delivered;
import social.parley.follows.Follow;
import social.parley.follows.Follows;
import social.parley.jobs.Jobs;
import social.parley.notifications.Notification;
import social.parley.notifications.Notifications;
import social.parley.notifications.Notified;
import social.parley.notifications.Wording;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;
import social.parley.words.Dictionary;
import tools.jackson.databind.json.JsonMapper;

/** Wakes apps: notes in the transaction who is to be woken, and sends after it. */
public final class Pusher {
  private static final String SEND = "push.send";
  private static final Logger log = LoggerFactory.getLogger(Pusher.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** After so long a service drops what it could not hand over. */
  private static final Duration KEPT = Duration.ofDays(2);

  /** A place that takes nothing for so long is given up. */
  private static final Duration PATIENCE = Duration.ofDays(3);

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6));

  private final Needs needs;
  private final PushStore store = new PushStore();

  /** What the pusher is built on. */
  public record Needs(
      Database database,
      Clock clock,
      RandomGenerator random,
      Jobs jobs,
      Courier courier,
      VapidKeys vapid,
      Accounts accounts,
      Actors actors,
      Follows follows,
      Posts posts,
      Notifications notifications) {}

  public Pusher(Needs needs) {
    this.needs = needs;
  }

  /** One message to one app; {@code attempt} counts from 0. */
  record Push(int subscription, long notification, int attempt) {}

  /** What the message is made of. */
  private record Found(
      PushSubscription subscription,
      Notification notification,
      Account account,
      Actor actor,
      @Nullable Post post) {}

  /** Begins to send, with pictures of people from there. */
  public void handle(Function<Actor, String> pictures) {
    needs.jobs().handle(SEND, Push.class, push -> send(push, pictures));
  }

  public void notified(Tx tx, Notified notified) {
    Notification one = notified.notification();
    for (PushSubscription subscription : store.of(tx, one.recipientId()))
      if (wants(tx, subscription, one))
        needs.jobs().enqueue(tx, SEND, new Push(subscription.id(), one.id(), 0));
  }

  private boolean wants(Reading db, PushSubscription subscription, Notification one) {
    if (!subscription.alerts().contains(one.type())) return false;
    return switch (subscription.policy()) {
      case ALL -> true;
      case FOLLOWED -> follows(db, one.recipientId(), one.actorId());
      case FOLLOWER -> follows(db, one.actorId(), one.recipientId());
      case NONE -> false;
    };
  }

  private boolean follows(Reading db, ActorId follower, ActorId followed) {
    return needs
        .follows()
        .find(db, follower, followed)
        .filter(follow -> follow.state() == Follow.State.ACCEPTED)
        .isPresent();
  }

  private void send(Push push, Function<Actor, String> pictures) {
    Found found = needs.database().read(db -> find(db, push)).orElse(null);
    if (found == null) return;
    byte[] text = JSON.writeValueAsBytes(message(found, pictures.apply(found.actor())));
    Delivered delivered = send(found.subscription(), text);
    needs.database().run(tx -> note(tx, push, found.subscription(), delivered));
  }

  /** Nothing when there is nobody to be woken any more, or nothing to be woken for. */
  private Optional<Found> find(Reading db, Push push) {
    PushSubscription subscription = store.byId(db, push.subscription()).orElse(null);
    if (subscription == null) return Optional.empty();
    ActorId me = subscription.actorId();
    Notification one = needs.notifications().find(db, me, push.notification()).orElse(null);
    Account account = needs.accounts().byActor(db, me).orElse(null);
    if (one == null || account == null || account.state() != AccountState.ACTIVE)
      return Optional.empty();
    Actor actor = needs.actors().byId(db, one.actorId()).orElse(null);
    if (actor == null || !actor.isPresent()) return Optional.empty();
    if (one.postId() == null)
      return Optional.of(new Found(subscription, one, account, actor, null));
    return needs
        .posts()
        .byId(db, one.postId())
        .filter(post -> needs.posts().visibility().canSee(db, me, post))
        .map(post -> new Found(subscription, one, account, actor, post));
  }

  private static PushMessage message(Found found, String icon) {
    Notification one = found.notification();
    return new PushMessage(
        found.subscription().secret(),
        found.account().locale(),
        one.id(),
        one.type().word(),
        icon,
        Wording.title(Dictionary.of(found.account().locale()), one, found.actor().name()),
        found.post() == null ? Wording.body(found.actor()) : Wording.body(found.post()));
  }

  private Delivered send(PushSubscription to, byte[] text) {
    byte[] salt = new byte[Encryption.SALT];
    needs.random().nextBytes(salt);
    KeyPair own = P256.generate();
    Encryption encryption = new Encryption(AppKeys.read(to.p256dh(), to.auth()), own, salt);
    Encryption.Encrypted sealed =
        to.standard() ? encryption.standard(text) : encryption.draft(text);
    Map<String, String> headers = new HashMap<>(sealed.headers());
    headers.put("Content-Type", "application/octet-stream");
    headers.put("TTL", Long.toString(KEPT.toSeconds()));
    headers.put("Urgency", "normal");
    identify(headers, to);
    return needs.courier().push(to.endpoint(), sealed.body(), headers);
  }

  /** RFC 8292, or its first draft together with the draft of the encryption. */
  private void identify(Map<String, String> headers, PushSubscription to) {
    String token = needs.vapid().token(to.endpoint());
    String key = needs.vapid().publicKey();
    if (to.standard()) {
      headers.put("Authorization", "vapid t=" + token + ", k=" + key);
    } else {
      headers.put("Authorization", "WebPush " + token);
      headers.merge("Crypto-Key", "p256ecdsa=" + key, (old, more) -> old + ";" + more);
    }
  }

  private void note(Tx tx, Push push, PushSubscription to, Delivered delivered) {
    switch (delivered) {
      case Delivered.Ok _ -> {
        if (to.failingSince() != null) store.fail(tx, to.id(), null);
      }
      case Delivered.Gone() -> end(tx, to, "gone");
      case Delivered.Refused(int status, String reason) -> {
        if (status == 404 || !isToBeKept(tx, to, reason)) end(tx, to, reason);
      }
      case Delivered.Stumbled(int _, String reason) -> failed(tx, push, to, null, reason);
      case Delivered.Later(Duration after, String reason) -> failed(tx, push, to, after, reason);
    }
  }

  /** One failure long after another is no reason to give up, but one and its repetition are. */
  private void failed(
      Tx tx, Push push, PushSubscription to, @Nullable Duration after, String reason) {
    if (isToBeKept(tx, to, reason) || push.attempt() == 0) again(tx, push, after);
    else end(tx, to, reason);
  }

  /** Notes since when it fails; false once that is too long. */
  private boolean isToBeKept(Tx tx, PushSubscription to, String reason) {
    Instant now = needs.clock().instant();
    Instant since = to.failingSince();
    log.debug("push failed id={} host={} reason={}", to.id(), to.endpoint().host(), reason);
    if (since == null) store.fail(tx, to.id(), now);
    return since == null || since.plus(PATIENCE).isAfter(now);
  }

  private void end(Tx tx, PushSubscription to, String reason) {
    log.info("push ended id={} host={} reason={}", to.id(), to.endpoint().host(), reason);
    store.delete(tx, to.id());
  }

  private void again(Tx tx, Push push, @Nullable Duration after) {
    if (push.attempt() >= PAUSES.size()) return;
    Duration pause = PAUSES.get(push.attempt());
    if (after != null && after.compareTo(pause) > 0) pause = after;
    if (pause.compareTo(KEPT) > 0) return;
    Push next = new Push(push.subscription(), push.notification(), push.attempt() + 1);
    needs.jobs().enqueue(tx, SEND, next, needs.clock().instant().plus(pause));
  }
}
