package social.parley.posts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ActivityReader;
import social.parley.actors.Actor;
import social.parley.actors.ActorDeleted;
import social.parley.actors.ActorKind;
import social.parley.actors.Actors;
import social.parley.actors.Addresses;
import social.parley.actors.NewActor;
import social.parley.actors.RemoteActors;
import social.parley.actors.Resolution;
import social.parley.config.Settings;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.core.TestClock;
import social.parley.emojis.Emojis;
import social.parley.federation.DeliveryQueue;
import social.parley.federation.Effect;
import social.parley.federation.Outbox;
import social.parley.federation.Received;
import social.parley.federation.RemoteDocuments;
import social.parley.federation.UnhurriedReader;
import social.parley.follows.Blocked;
import social.parley.follows.Blocks;
import social.parley.follows.Circles;
import social.parley.follows.FollowInbox;
import social.parley.follows.FollowOptions;
import social.parley.follows.Followed;
import social.parley.follows.Follows;
import social.parley.follows.Unblocked;
import social.parley.follows.Unfollowed;
import social.parley.jobs.Jobs;
import social.parley.media.EmojiImages;
import social.parley.media.FolderBlobs;
import social.parley.media.Images;
import social.parley.media.Media;
import social.parley.media.MediaUrls;
import social.parley.relays.Relays;
import social.parley.signatures.KeySource;
import social.parley.signatures.Keys;
import social.parley.storage.Announcement;
import social.parley.storage.Database;
import social.parley.storage.Subscribers;

/**
 * One server's posts with everything below them, in a memory that holds several such servers; what
 * they write to each other goes through real documents, but no wire.
 */
public final class Town implements AutoCloseable {
  // Making keys takes longer than most tests, and nothing is signed here.
  private static final KeyPair RSA = Keys.generateRsa();
  private static final KeyPair ED25519 = Keys.generateEd25519();

  private record Letter(long id, String inbox, byte[] body) {}

  public final Network network;
  public final TestClock clock;
  public final Database database;
  public final Settings settings;
  public final Actors actors;
  public final RemoteActors remoteActors;
  public final Jobs jobs;
  public final Media media;
  public final Emojis emojis;
  public final Follows follows;
  public final Circles circles;
  public final Blocks blocks;
  public final Posts posts;
  public final Ids ids;
  public final Outbox outbox;
  public final List<Announcement> announced = new ArrayList<>();
  public final List<String> sent = new ArrayList<>();

  /** Takes the activities that are none of posts' business. */
  public Function<Received, Effect> more =
      received -> {
        throw new AssertionError("no handler for " + received.activity().type());
      };

  private final Images images = new Images(1);
  private final FollowInbox followInbox;

  public Town(String host, Network network, Database database, TestClock clock, Path folder) {
    this.network = network;
    this.database = database;
    this.clock = clock;
    settings = Settings.load(null, Map.of("PARLEY_URL", "http://" + host));
    Random random = new Random(host.hashCode());
    ids = new Ids(clock, random);
    Addresses addresses = new Addresses(settings);
    actors = new Actors(database, ids, clock, addresses, KeySource.FRESH);
    remoteActors = new RemoteActors(database, actors, network, settings);
    jobs = new Jobs(database, ids, clock, random);
    outbox = new Outbox(addresses, ids, new DeliveryQueue(addresses, ids, clock));
    FolderBlobs blobs = new FolderBlobs(folder.resolve(host));
    media = new Media(database, ids, clock, random, jobs, blobs, images);
    emojis =
        new Emojis(
            database,
            ids,
            clock,
            settings,
            actors,
            new EmojiImages(media, blobs, network),
            new MediaUrls(settings.url()));
    follows = new Follows(database, ids, clock, actors, outbox);
    blocks = new Blocks(database, ids, clock, follows, outbox);
    followInbox = new FollowInbox(ids, clock, actors, follows, blocks);
    circles = new Circles(database);
    RemoteDocuments documents = new RemoteDocuments(actors, network);
    posts =
        new Posts(
            new Posts.Needs(
                database,
                ids,
                clock,
                settings,
                jobs,
                actors,
                remoteActors,
                documents,
                new UnhurriedReader(documents, clock),
                outbox,
                media,
                emojis,
                follows,
                circles,
                new Relays(database, ids, clock, actors, remoteActors, outbox),
                List.of()));
    subscribe();
    actors.instanceActor();
    network.towns.put(host, this);
  }

  private void subscribe() {
    PostOutbox out = posts.outbox();
    Subscribers subscribers =
        new Subscribers()
            .on(PostPublished.class, out::published)
            .on(PostEdited.class, out::edited)
            .on(PostDeleted.class, out::deleted)
            .on(PollCounted.class, out::counted)
            .on(PollEnded.class, out::pollEnded)
            .on(PinChanged.class, out::pinChanged)
            .on(PostTouched.class, posts::touched)
            .on(Followed.class, circles::followed)
            .on(Unfollowed.class, circles::unfollowed)
            .on(Blocked.class, circles::blocked)
            .on(Unblocked.class, circles::unblocked)
            .on(ActorDeleted.class, posts::authorDeleted);
    for (Class<? extends Announcement> kind :
        List.of(PostPublished.class, PostEdited.class, PostDeleted.class, PollEnded.class))
      subscribers.on(kind, (tx, one) -> announced.add(one));
    database.subscribe(subscribers);
  }

  public Actor person(String name) {
    NewActor made = new NewActor(name, ActorKind.PERSON, name, RSA, ED25519);
    return database.write(tx -> actors.create(tx, made));
  }

  /** Somebody of another town, as this one knows them. */
  public Actor meet(Actor other) {
    if (remoteActors.find(other.iri()) instanceof Resolution.Found(Actor actor)) return actor;
    throw new AssertionError("not found: " + other.iri());
  }

  public void follow(Actor me, Actor other) {
    follows.follow(me.id(), meet(other).id(), FollowOptions.USUAL);
    network.settle();
  }

  public Post say(Actor author, String text) {
    return say(Draft.of(author.id(), text));
  }

  public Post say(Draft draft) {
    Post post = posts.publish(draft);
    network.settle();
    return post;
  }

  /** How this town has a post of another; null when it has not. */
  public Post copy(Post post) {
    return database.read(db -> posts.byIri(db, post.iri())).orElse(null);
  }

  public Post again(Post post) {
    return posts.byId(post.id()).orElseThrow();
  }

  public boolean sees(Actor viewer, Post post) {
    ActorId id = viewer == null ? null : viewer.id();
    return database.read(db -> posts.visibility().canSee(db, id, post));
  }

  public List<PostId> pins(Actor actor) {
    return database.read(db -> posts.pins(db, actor.id()));
  }

  /** How many posts somebody has, as counted. */
  public long posts(Actor actor) {
    return database.read(db -> actors.byId(db, actor.id())).orElseThrow().postsCount();
  }

  public Poll poll(PostId id) {
    return database.read(db -> posts.polls().of(db, List.of(id))).get(id);
  }

  /** Takes what somebody of another town sends. */
  public void receive(byte[] body) {
    Activity activity = ActivityReader.readActivity(body);
    if (!(remoteActors.find(activity.actor()) instanceof Resolution.Found(Actor actor)))
      throw new AssertionError("unknown sender " + activity.actor());
    Received received = new Received(activity, actor, actor, body, clock.instant());
    Effect effect = effect(received);
    database.run(effect::apply);
  }

  private Effect effect(Received received) {
    PostInbox inbox = posts.inbox();
    return switch (received.activity()) {
      case Activity.Create create -> inbox.create(received, create);
      case Activity.Update update -> inbox.update(received, update);
      case Activity.Delete delete -> inbox.delete(received, delete);
      case Activity.Announce announce -> inbox.announce(received, announce);
      case Activity.Add add -> inbox.add(received, add);
      case Activity.Remove remove -> inbox.remove(received, remove);
      case Activity.Follow follow -> followInbox.follow(received, follow);
      case Activity.Accept accept -> followInbox.accept(received, accept);
      case Activity.Undo undo when undo.inner() instanceof Activity.Announce inner ->
          inbox.undoAnnounce(received, inner);
      default -> more.apply(received);
    };
  }

  /** What is still to be carried. */
  public List<byte[]> waiting() {
    return letters().stream().map(Letter::body).toList();
  }

  private List<Letter> letters() {
    return database.read(db ->
        db.query(
                """
                SELECT d.id, d.inbox, a.body FROM deliveries d
                JOIN activities a ON a.id = d.activity_id ORDER BY d.id\
                """)
            .mapTo(Letter.class)
            .list());
  }

  /** Delivers what waits in the queue; true when there was anything. */
  public boolean carry() {
    List<Letter> letters = letters();
    for (Letter letter : letters) {
      database.run(tx ->
          tx.update("DELETE FROM deliveries WHERE id = :id").bind("id", letter.id()).execute());
      sent.add(new String(letter.body(), StandardCharsets.UTF_8));
      Town town = network.towns.get(new Iri(letter.inbox()).host());
      if (town != null) town.receive(letter.body());
    }
    return !letters.isEmpty();
  }

  @Override
  public void close() {
    images.close();
    database.close();
  }
}
