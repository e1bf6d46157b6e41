package social.parley.websub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.fetch.Delivered;
import social.parley.fetch.HostRule;
import social.parley.fetch.Network;
import social.parley.jobs.Jobs;
import social.parley.posts.Post;
import social.parley.posts.PostEdited;
import social.parley.posts.PostPublished;
import social.parley.posts.Reach;
import social.parley.signatures.HubSignature;
import social.parley.storage.Database;
import social.parley.storage.Snapshot;
import social.parley.storage.Tx;

/**
 * The hub: takes subscriptions once their callbacks have agreed, and sends each the whole feed
 * whenever it says something new.
 */
public final class Hub {
  private static final Logger log = LoggerFactory.getLogger(Hub.class);
  private static final String VERIFY = "hub.verify";
  private static final String PUBLISH = "hub.publish";
  private static final String SEND = "hub.send";

  private static final int MOST = 20_000;
  private static final int MOST_A_HOST = 2_000;

  /** A callback that takes nothing for so long is given up. */
  private static final Duration PATIENCE = Duration.ofDays(3);

  private static final Duration TIDYING = Duration.ofMinutes(30);
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6));

  private final Needs needs;
  private final Topics topics;
  private final Intents intents;
  private final HubStore store = new HubStore();

  /** The feeds that somebody subscribes to, so that most posts cost nothing. */
  private final Snapshot<Set<String>> subscribed;

  /** What the hub is built on; the address is its own. */
  public record Needs(
      Database database,
      Ids ids,
      Clock clock,
      Jobs jobs,
      Network network,
      HostRule rule,
      Actors actors,
      Iri address) {}

  public Hub(Needs needs, Topics topics, Intents intents) {
    this.needs = needs;
    this.topics = topics;
    this.intents = intents;
    this.subscribed =
        new Snapshot<>(needs.database(), needs.clock(), TIDYING.multipliedBy(2), store::feeds);
  }

  /** A request whose callback is to be asked, for the so manieth time. */
  record Verification(HubRequest request, int attempt) {}

  /** Feeds that say something new. */
  record News(List<String> feeds) {}

  /** A subscription whose feed says something new. */
  record Telling(long subscription, int attempt) {}

  /** Says how what is noted is done. */
  public void handle() {
    needs.jobs().handleSlow(VERIFY, Verification.class, this::verify);
    needs.jobs().handle(PUBLISH, News.class, this::spread);
    needs.jobs().handleSlow(SEND, Telling.class, this::tell);
    needs.jobs().every(TIDYING, "hub.tidy", this::tidy);
  }

  private void tidy() {
    Instant now = needs.clock().instant();
    needs.database().run(tx -> store.deleteExpired(tx, now));
    subscribed.get();
  }

  /**
   * Notes what is asked for; the callback is asked after that.
   *
   * @throws Refused when it is no feed of ours, or there are too many subscriptions
   */
  public void ask(HubRequest request) {
    Iri callback = new Iri(request.callback());
    if (needs.actors().addresses().isLocal(callback))
      throw new Refused.Invalid("hub.callback", "hub.callback must be somewhere else");
    if (!needs.rule().mayAsk(callback.authority()))
      throw new Refused.Forbidden("This server does not deal with " + callback.authority());
    if (request.subscribe() && topics.read(new Iri(request.topic())).isEmpty())
      throw new Refused.Invalid("hub.topic", "hub.topic is no feed of this server");
    needs
        .database()
        .run(tx -> {
          if (!request.subscribe() && !store.has(tx, request))
            throw new Refused.NotFound("There is no such subscription");
          if (request.subscribe() && !hasRoom(tx, request))
            throw new Refused.Unavailable("There are too many subscriptions");
          needs.jobs().enqueue(tx, VERIFY, new Verification(request, 0));
        });
  }

  private boolean hasRoom(Tx tx, HubRequest request) {
    return store.has(tx, request)
        || store.count(tx, new Iri(request.callback()).authority()) < MOST_A_HOST
            && store.count(tx) < MOST;
  }

  private void verify(Verification job) {
    HubRequest request = job.request();
    switch (intents.ask(request)) {
      case AGREED -> agreed(request);
      case DISAGREED -> log.info("hub request not meant host={}", host(request));
      case UNHEARD -> {
        // Whoever asks again does so by themselves: it is their wish, not ours.
        if (job.attempt() < 2)
          needs
              .database()
              .run(tx ->
                  later(
                      tx,
                      VERIFY,
                      new Verification(request, job.attempt() + 1),
                      job.attempt(),
                      null));
      }
    }
  }

  private static String host(HubRequest request) {
    return new Iri(request.callback()).authority();
  }

  private void agreed(HubRequest request) {
    String feed =
        topics.read(new Iri(request.topic())).map(Topics.Topic::feed).orElse(request.topic());
    Instant expiry = needs.clock().instant().plusSeconds(request.lease());
    boolean done =
        needs
            .database()
            .write(tx -> {
              subscribed.drop(tx);
              if (!request.subscribe()) store.delete(tx, request);
              else if (!hasRoom(tx, request)) return false;
              else
                store.put(
                    tx,
                    new HubSubscription(
                        needs.ids().next(),
                        feed,
                        request.topic(),
                        request.callback(),
                        host(request),
                        request.secret(),
                        expiry,
                        null,
                        null));
              return true;
            });
    if (!done) intents.deny(request.callback(), request.topic(), "too many subscriptions");
    subscribed.get();
  }

  public void published(Tx tx, PostPublished published) {
    note(tx, published.post(), published.author());
  }

  public void edited(Tx tx, PostEdited edited) {
    if (concerns(edited.post()) && !subscribed.get(tx).isEmpty())
      needs
          .actors()
          .byId(tx, edited.post().author())
          .ifPresent(author -> note(tx, edited.post(), author));
  }

  private static boolean concerns(Post post) {
    return post.reach() == Reach.PUBLIC && !post.isBoost();
  }

  private void note(Tx tx, Post post, Actor author) {
    if (!concerns(post)) return;
    Set<String> some = subscribed.get(tx);
    if (some.isEmpty()) return;
    List<String> feeds = topics.feeds(post, author).stream().filter(some::contains).toList();
    if (!feeds.isEmpty()) needs.jobs().enqueue(tx, PUBLISH, new News(feeds));
  }

  private void spread(News news) {
    needs
        .database()
        .run(tx -> {
          for (long id : store.of(tx, news.feeds(), needs.clock().instant()))
            needs.jobs().enqueue(tx, SEND, new Telling(id, 0));
        });
  }

  private void tell(Telling job) {
    HubSubscription to =
        needs.database().read(db -> store.find(db, job.subscription())).orElse(null);
    if (to == null || !to.expiresAt().isAfter(needs.clock().instant())) return;
    Topics.Topic topic = topics.read(new Iri(to.topic())).orElse(null);
    if (topic == null) {
      end(to, "the feed is gone");
      intents.deny(to.callback(), to.topic(), "the feed is gone");
      return;
    }
    String digest = UUID.nameUUIDFromBytes(topic.body()).toString();
    // Several posts at once are told at once.
    if (digest.equals(to.told())) return;
    Delivered delivered =
        needs.network().send(new Iri(to.callback()), topic.body(), headers(to, topic));
    switch (delivered) {
      case Delivered.Ok _ -> needs.database().run(tx -> store.told(tx, to.id(), digest));
      case Delivered.Gone() -> end(to, "gone");
      case Delivered.Refused(int _, String reason) -> failed(job, to, null, reason);
      case Delivered.Stumbled(int _, String reason) -> failed(job, to, null, reason);
      case Delivered.Later(Duration after, String reason) -> failed(job, to, after, reason);
    }
  }

  private Map<String, String> headers(HubSubscription to, Topics.Topic topic) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", topic.contentType());
    headers.put(
        "Link", "<%s>; rel=\"hub\", <%s>; rel=\"self\"".formatted(needs.address(), to.topic()));
    String secret = to.secret();
    if (secret != null) headers.put(HubSignature.HEADER, HubSignature.of(secret, topic.body()));
    return headers;
  }

  private void failed(Telling job, HubSubscription to, @Nullable Duration asked, String reason) {
    Instant now = needs.clock().instant();
    Instant since = to.failingSince();
    log.debug("hub callback failed id={} host={} reason={}", to.id(), to.host(), reason);
    if (since != null && since.plus(PATIENCE).isBefore(now)) {
      end(to, reason);
      return;
    }
    needs
        .database()
        .run(tx -> {
          if (since == null) store.fail(tx, to.id(), now);
          if (job.attempt() < PAUSES.size())
            later(tx, SEND, new Telling(to.id(), job.attempt() + 1), job.attempt(), asked);
        });
  }

  private void later(Tx tx, String kind, Object job, int attempt, @Nullable Duration asked) {
    Duration pause = PAUSES.get(attempt);
    if (asked != null && asked.compareTo(pause) > 0)
      pause = asked.compareTo(PATIENCE) > 0 ? PATIENCE : asked;
    needs.jobs().enqueue(tx, kind, job, needs.clock().instant().plus(pause));
  }

  private void end(HubSubscription to, String reason) {
    log.info("hub subscription ended id={} host={} reason={}", to.id(), to.host(), reason);
    needs
        .database()
        .run(tx -> {
          subscribed.drop(tx);
          store.delete(tx, to.id());
        });
  }
}
