package social.parley.syndication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.actors.RemoteProfile;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.fetch.FetchOptions;
import social.parley.fetch.Fetched;
import social.parley.fetch.Network;
import social.parley.follows.Followed;
import social.parley.follows.Follows;
import social.parley.follows.Unfollowed;
import social.parley.jobs.Jobs;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/**
 * Feeds of other sites as accounts: found by the address of the feed or of a page that names one,
 * and asked for news as long as somebody here follows them.
 */
public final class SyndicatedFeeds {
  private static final Logger log = LoggerFactory.getLogger(SyndicatedFeeds.class);
  private static final String READ = "feeds.read";
  private static final FetchOptions FEED =
      FetchOptions.plain(
              "application/atom+xml, application/rss+xml, application/feed+json,"
                  + " application/xml;q=0.9, text/html;q=0.8, */*;q=0.1")
          .withMaxBytes(4 << 20);
  private static final Duration PAUSE = Duration.ofMinutes(30);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
  private static final Duration NEWS = Duration.ofDays(3);
  private static final int MOST_POSTS = 20;

  /** Where a hub tells of news, reading only makes sure. */
  private static final Duration TOLD_PAUSE = Duration.ofHours(6);

  private final Needs needs;
  private final Database database;
  private final Actors actors;
  private final Follows follows;
  private final FeedHubs hubs;
  private final FeedStore store = new FeedStore();

  /** What feeds are built on; the base is the address of this server. */
  public record Needs(
      Database database,
      Clock clock,
      RandomGenerator random,
      Jobs jobs,
      Network network,
      Iri base,
      Actors actors,
      Follows follows,
      Posts posts) {}

  public SyndicatedFeeds(Needs needs) {
    this.needs = needs;
    this.database = needs.database();
    this.actors = needs.actors();
    this.follows = needs.follows();
    this.hubs = new FeedHubs(needs);
  }

  /** The hubs that tell of news. */
  public FeedHubs hubs() {
    return hubs;
  }

  /** A feed that is to be read at that time, in milliseconds. */
  record Due(ActorId actor, long time) {}

  /** Says how what is planned is done. */
  public void handle() {
    needs.jobs().handleSlow(READ, Due.class, this::read);
    hubs.handle(this::take);
  }

  /** What is followed is read from now on; to be subscribed. */
  public void followed(Tx tx, Followed followed) {
    ActorId feed = followed.follow().followed();
    if (plan(tx, feed)) hubs.join(tx, feed);
  }

  /** What nobody follows any more is not told of; to be subscribed. */
  public void unfollowed(Tx tx, Unfollowed unfollowed) {
    ActorId feed = unfollowed.followed();
    if (hubs.wants(tx, feed) && !follows.hasLocalFollower(tx, feed)) hubs.leave(tx, feed);
  }

  private boolean plan(Tx tx, ActorId feed) {
    Instant time = in(PAUSE);
    Instant planned = store.plan(tx, feed, time).orElse(null);
    if (time.equals(planned)) enqueue(tx, feed, time);
    return planned != null;
  }

  private Instant in(Duration pause) {
    return needs.clock().instant().plus(pause).truncatedTo(ChronoUnit.MILLIS);
  }

  private void enqueue(Tx tx, ActorId feed, Instant time) {
    needs.jobs().enqueue(tx, READ, new Due(feed, time.toEpochMilli()), time);
  }

  /** The account of the feed at this address, or of the one that the page there names. */
  public Optional<Actor> find(Iri address) {
    return find(address.withoutFragment(), true);
  }

  private Optional<Actor> find(Iri address, boolean mayLead) {
    if (!address.isWeb() || actors.addresses().isLocal(address)) return Optional.empty();
    Optional<Actor> known = actors.byIri(address).filter(Actor::isPresent);
    if (known.isPresent()) return known;
    if (!(needs.network().get(address, FEED) instanceof Fetched.Document found))
      return Optional.empty();
    Optional<FeedContent> content = FeedReader.read(found.body(), found.finalUrl());
    if (content.isPresent()) return begin(found, content.get());
    return mayLead
        ? FeedReader.named(found.body(), found.finalUrl()).flatMap(feed -> find(feed, false))
        : Optional.empty();
  }

  private Optional<Actor> begin(Fetched.Document found, FeedContent content) {
    Iri feed = found.finalUrl().withoutFragment();
    if (actors.addresses().isLocal(feed)) return Optional.empty();
    Optional<Actor> known = actors.byIri(feed);
    // An address that an actor of another kind has is no feed of ours.
    if (known.isPresent() && !isFeed(known.get())) return Optional.empty();
    String name = known.map(Actor::username).orElseGet(() -> freeName(feed));
    Optional<Actor> actor =
        FeedActivities.profile(feed, name, content)
            .map(profile ->
                database.write(tx -> {
                  Actor received = actors.receive(tx, profile);
                  store.add(tx, received.id());
                  hubs.named(tx, received.id(), HubLinks.of(found, content).orElse(null));
                  return received;
                }));
    actor.ifPresent(one -> take(one, content));
    return actor.flatMap(one -> actors.byId(one.id()));
  }

  private boolean isFeed(Actor actor) {
    return database.read(db -> store.find(db, actor.id())).isPresent();
  }

  private String freeName(Iri feed) {
    String name = FeedActivities.name(feed);
    boolean taken =
        Handle.parse(name + "@" + feed.authority()).flatMap(actors::byHandle).isPresent();
    return taken ? FeedActivities.longName(feed) : name;
  }

  private void take(Actor actor, FeedContent content) {
    List<FeedContent.Item> items = content.items();
    boolean followed = database.read(db -> follows.hasLocalFollower(db, actor.id()));
    for (FeedContent.Item item : items.subList(0, Math.min(items.size(), MOST_POSTS)).reversed()) {
      try {
        take(actor, item, followed);
      } catch (RuntimeException broken) {
        log.warn("feed item left out feed={} key={}", actor.iri(), item.key(), broken);
      }
    }
  }

  private void take(Actor actor, FeedContent.Item item, boolean followed) {
    Instant now = needs.clock().instant();
    Instant published = item.published();
    // What was there before anybody followed is no news.
    boolean news = followed && (published == null || published.isAfter(now.minus(NEWS)));
    FeedActivities.post(actor, item, now)
        .ifPresent(document -> needs.posts().bring(document, actor, news));
  }

  private void read(Due due) {
    FeedStore.Row row = database.write(tx -> claim(tx, due)).orElse(null);
    if (row == null) return;
    Actor actor = actors.byId(due.actor()).orElseThrow(Refused.NotFound::new);
    try {
      ask(actor, row);
    } catch (RuntimeException broken) {
      log.warn("feed not read feed={}", actor.iri(), broken);
      failed(row, null);
    }
  }

  /**
   * The feed, for the first who comes for it; the next time is planned already, so that it is read
   * again whatever becomes of this one. What nobody follows any more is not read any more.
   */
  private Optional<FeedStore.Row> claim(Tx tx, Due due) {
    Instant told = in(TOLD_PAUSE);
    Instant next = hubs.isToldUntil(tx, due.actor(), told) ? told : in(PAUSE);
    if (!store.replan(tx, due.actor(), Instant.ofEpochMilli(due.time()), next))
      return Optional.empty();
    boolean wanted =
        follows.hasLocalFollower(tx, due.actor())
            && actors.byId(tx, due.actor()).filter(Actor::isPresent).isPresent();
    if (wanted) {
      enqueue(tx, due.actor(), next);
      hubs.join(tx, due.actor());
      return store.find(tx, due.actor());
    }
    store.replan(tx, due.actor(), next, null);
    hubs.leave(tx, due.actor());
    return Optional.empty();
  }

  private void ask(Actor actor, FeedStore.Row row) {
    switch (needs.network().get(actor.iri(), FEED.unless(row.tag(), row.modified()))) {
      case Fetched.Document found -> read(actor, row, found);
      // Nothing new.
      case Fetched.Missing(int status) when status == 304 ->
          answered(row.answered(row.tag(), row.modified()));
      case Fetched.Unreachable(String _, Duration after) -> failed(row, after);
      case Fetched.Missing _, Fetched.Gone _, Fetched.Denied _, Fetched.Blocked _ ->
          failed(row, null);
    }
  }

  private void read(Actor actor, FeedStore.Row row, Fetched.Document found) {
    FeedContent content = FeedReader.read(found.body(), found.finalUrl()).orElse(null);
    RemoteProfile profile =
        content == null
            ? null
            : FeedActivities.profile(actor.iri(), actor.username(), content).orElse(null);
    if (content == null || profile == null) {
      failed(row, null);
      return;
    }
    Actor received =
        database.write(tx -> {
          hubs.named(tx, actor.id(), HubLinks.of(found, content).orElse(null));
          return actors.receive(tx, profile);
        });
    take(received, content);
    answered(row.answered(found.headers().get("etag"), found.headers().get("last-modified")));
  }

  private void failed(FeedStore.Row row, @Nullable Duration asked) {
    Duration pause = PAUSE.multipliedBy(1L << Math.min(row.failures() + 1, 6));
    if (asked != null && asked.compareTo(pause) > 0) pause = asked;
    Instant next = in(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    database.run(tx -> {
      store.answered(tx, row.failed());
      Instant planned = row.readingAt();
      if (planned != null && store.replan(tx, row.actorId(), planned, next))
        enqueue(tx, row.actorId(), next);
    });
  }

  private void answered(FeedStore.Row row) {
    database.run(tx -> store.answered(tx, row));
  }
}
