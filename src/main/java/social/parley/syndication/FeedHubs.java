package social.parley.syndication;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.fetch.Delivered;
import social.parley.signatures.HubSignature;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * The hubs that feeds name: asked to tell of news as long as somebody here follows the feed, so
 * that it comes at once (W3C WebSub).
 */
public final class FeedHubs {
  /** Below this, a callback for each feed. */
  public static final String PATH = "/websub/";

  private static final Logger log = LoggerFactory.getLogger(FeedHubs.class);
  private static final String ASK = "feeds.hub";
  private static final String TAKE = "feeds.take";
  private static final Duration LEASE = Duration.ofDays(10);
  private static final Duration LONGEST_LEASE = Duration.ofDays(90);

  /** So long before its end a promise is asked for again. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /** A hub that does not answer is not asked more often. */
  private static final Duration BETWEEN = Duration.ofMinutes(10);

  private final SyndicatedFeeds.Needs needs;
  private final FeedHubStore store = new FeedHubStore();

  FeedHubs(SyndicatedFeeds.Needs needs) {
    this.needs = needs;
  }

  /** A hub that is to be told whether we want to hear of a feed. */
  record Asking(ActorId feed, boolean subscribe) {}

  /** What a hub has sent. */
  record News(ActorId feed, String body) {}

  void handle(BiConsumer<Actor, FeedContent> take) {
    needs.jobs().handleSlow(ASK, Asking.class, this::ask);
    needs.jobs().handleSlow(TAKE, News.class, news -> take(news, take));
  }

  /** A feed names this hub, or none. */
  void named(Tx tx, ActorId feed, @Nullable HubLinks links) {
    FeedHubStore.Row known = store.find(tx, feed).orElse(null);
    if (links == null || needs.actors().addresses().isLocal(links.hub())) {
      if (known != null) store.delete(tx, feed);
    } else if (known == null
        || !known.hub().equals(links.hub())
        || !known.topic().equals(links.topic())) {
      store.put(
          tx,
          new FeedHubStore.Row(
              feed, links.hub(), links.topic(), secret(), secret(), false, null, null));
    }
  }

  private String secret() {
    byte[] bytes = new byte[24];
    needs.random().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Asks for news where the feed names a hub and no promise lasts. */
  void join(Tx tx, ActorId feed) {
    FeedHubStore.Row row = store.find(tx, feed).orElse(null);
    Instant now = needs.clock().instant();
    if (row == null || row.isToldUntil(now.plus(AHEAD))) return;
    Instant asked = row.askedAt();
    if (asked != null && asked.plus(BETWEEN).isAfter(now)) return;
    store.asked(tx, feed, now);
    needs.jobs().enqueue(tx, ASK, new Asking(feed, true));
  }

  /** Asks for no more of it where there was news to come. */
  void leave(Tx tx, ActorId feed) {
    if (!wants(tx, feed)) return;
    store.left(tx, feed);
    needs.jobs().enqueue(tx, ASK, new Asking(feed, false));
  }

  boolean wants(Reading db, ActorId feed) {
    return store.find(db, feed).filter(FeedHubStore.Row::wanted).isPresent();
  }

  boolean isToldUntil(Reading db, ActorId feed, Instant time) {
    return store.find(db, feed).filter(row -> row.isToldUntil(time)).isPresent();
  }

  /** If this fails, the feed is read as before, and the next reading asks again. */
  private void ask(Asking asking) {
    FeedHubStore.Row row = needs.database().read(db -> store.find(db, asking.feed())).orElse(null);
    if (row == null || row.wanted() != asking.subscribe()) return;
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.mode", asking.subscribe() ? "subscribe" : "unsubscribe");
    form.put("hub.topic", row.topic().value());
    form.put("hub.callback", needs.base() + PATH + row.callbackKey());
    if (asking.subscribe()) {
      form.put("hub.secret", row.secret());
      form.put("hub.lease_seconds", Long.toString(LEASE.toSeconds()));
    }
    byte[] body =
        form.entrySet().stream()
            .map(one -> one.getKey() + "=" + encode(one.getValue()))
            .collect(Collectors.joining("&"))
            .getBytes(StandardCharsets.US_ASCII);
    Map<String, String> headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
    Delivered delivered = needs.network().send(row.hub(), body, headers);
    if (!(delivered instanceof Delivered.Ok))
      log.info("hub does not take the request hub={} outcome={}", row.hub(), delivered);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * A hub asks whether we have asked for this.
   *
   * @throws Refused.NotFound when we have not
   */
  public void confirm(String key, String mode, String topic, @Nullable Long lease) {
    needs
        .database()
        .run(tx -> {
          FeedHubStore.Row row = store.byKey(tx, key).orElseThrow(Refused.NotFound::new);
          if (!row.topic().value().equals(topic)) throw new Refused.NotFound();
          switch (mode) {
            case "subscribe" -> {
              if (!row.wanted()) throw new Refused.NotFound();
              long seconds = lease == null || lease <= 0 ? LEASE.toSeconds() : lease;
              Duration promised = Duration.ofSeconds(Math.min(seconds, LONGEST_LEASE.toSeconds()));
              store.promised(tx, row.actorId(), needs.clock().instant().plus(promised));
            }
            case "unsubscribe" -> {
              if (row.wanted()) throw new Refused.NotFound();
            }
            case "denied" -> store.promised(tx, row.actorId(), null);
            default -> throw new Refused.NotFound();
          }
        });
  }

  /**
   * Keeps what a hub has sent, to be read after that.
   *
   * @throws Refused.Gone when nobody here wants it any more
   */
  public void receive(String key, @Nullable String signature, byte[] body) {
    needs
        .database()
        .run(tx -> {
          FeedHubStore.Row row =
              store.byKey(tx, key).filter(FeedHubStore.Row::wanted).orElseThrow(Refused.Gone::new);
          if (!HubSignature.matches(signature, row.secret(), body))
            throw new Refused.Forbidden("The signature is not that of the hub");
          String text = new String(body, StandardCharsets.UTF_8);
          needs.jobs().enqueue(tx, TAKE, new News(row.actorId(), text));
        });
  }

  private void take(News news, BiConsumer<Actor, FeedContent> take) {
    FeedHubStore.Row row = needs.database().read(db -> store.find(db, news.feed())).orElse(null);
    Actor feed = needs.actors().byId(news.feed()).filter(Actor::isPresent).orElse(null);
    if (row == null || !row.wanted() || feed == null) return;
    FeedReader.read(news.body().getBytes(StandardCharsets.UTF_8), row.topic())
        .ifPresent(content -> take.accept(feed, content));
  }
}
