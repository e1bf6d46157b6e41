package social.parley.streaming;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import social.parley.accounts.TokenRevoked;
import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.notifications.Notification;
import social.parley.notifications.Notified;
import social.parley.posts.Post;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostEdited;
import social.parley.posts.PostPublished;
import social.parley.posts.Posts;
import social.parley.storage.Announcement;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;
import social.parley.timelines.HomesWritten;
import social.parley.timelines.Listeners;
import social.parley.timelines.ListsWritten;

/**
 * Tells those who are connected what happens, after it has been committed and in that order. While
 * nobody listens, nothing is asked of the database.
 */
public final class Streams implements AutoCloseable {
  /** How often it is asked whether those connected are still there. */
  public static final Duration BEAT = Duration.ofSeconds(30);

  /** Connections of one person, and channels on one connection. */
  static final int MOST = 128;

  private final Database database;
  private final Registry registry = new Registry();
  private final Audience audience;
  private final Line line = new Line();
  private final Pulse pulse = new Pulse(registry);
  private final List<Wire> wires = new CopyOnWriteArrayList<>();
  private final Cache<Long, Boolean> revoked =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();
  private volatile boolean stopping;

  public Streams(Database database, Posts posts, Listeners listeners) {
    this.database = database;
    this.audience = new Audience(registry, posts, listeners);
  }

  /** Adds an API that words what happens. */
  public void attach(Wire wire) {
    wires.add(wire);
  }

  /** Takes in a connection; {@link #close(Connection)} must follow. */
  public void open(Connection connection) {
    if (!registry.open(connection, MOST)) throw new Refused.TooMany(BEAT);
    pulse.start();
    // The token may have gone between its check and this moment.
    if (stopping) connection.close(Closing.STOPPING);
    else if (revoked.getIfPresent(connection.token()) != null) connection.close(Closing.REVOKED);
  }

  /** Forgets a connection that has ended. */
  public void close(Connection connection) {
    registry.close(connection);
  }

  /** From now on the connection hears of the channel, which it has a right to; once is enough. */
  public void subscribe(Connection connection, Channel channel, List<String> words) {
    connection
        .add(channel, words, MOST)
        .ifPresent(added -> {
          registry.add(added);
          if (!registry.isOpen(connection)) registry.close(connection);
        });
  }

  public void unsubscribe(Connection connection, Channel channel) {
    connection.remove(channel).ifPresent(registry::remove);
  }

  /** After commit. */
  public void published(PostPublished published) {
    if (published.arrivedNow()) tell(published, db -> audience.ofNew(db, published.post()));
  }

  /** After commit. */
  public void homesWritten(HomesWritten written) {
    tell(written, db -> audience.of(db, written));
  }

  /** After commit. */
  public void listsWritten(ListsWritten written) {
    tell(written, db -> audience.of(db, written));
  }

  /** After commit. */
  public void edited(PostEdited edited) {
    tell(edited, db -> audience.of(db, edited.post()));
  }

  /** Inside the transaction, before the homes forget the post. */
  public void deleting(Tx tx, PostDeleted deleted) {
    if (registry.isQuiet()) return;
    Post post = deleted.post();
    List<Subscription> to = audience.ofDeleted(tx, post);
    if (!to.isEmpty()) tx.afterCommit(() -> line.add(() -> send(deleted, to)));
  }

  /** After commit. */
  public void notified(Notified notified) {
    Notification notification = notified.notification();
    ActorId recipient = notification.recipientId();
    tell(
        notified,
        _ -> {
          List<Subscription> to = new ArrayList<>(registry.of(new Channel.Home(recipient)));
          to.removeIf(one -> !one.connection().hearsNotifications());
          to.addAll(registry.of(new Channel.Told(recipient)));
          return to;
        });
  }

  /** Tells one person, on what they call their home, of something that concerns them alone. */
  public void toPerson(ActorId person, Announcement what) {
    tell(what, _ -> List.copyOf(registry.of(new Channel.Home(person))));
  }

  /** Tells one person of what changed about their notifications. */
  public void toNotified(ActorId person, Announcement what) {
    tell(what, _ -> List.copyOf(registry.of(new Channel.Told(person))));
  }

  /** Tells one person of something in their conversations. */
  public void toConversations(ActorId person, Announcement what) {
    tell(what, _ -> List.copyOf(registry.of(new Channel.Direct(person))));
  }

  /** Tells everybody, on what they call their home. */
  public void toEverybody(Announcement what) {
    tell(
        what,
        _ -> {
          List<Subscription> all = new ArrayList<>();
          for (ActorId owner : registry.homeOwners())
            all.addAll(registry.of(new Channel.Home(owner)));
          return all;
        });
  }

  /** After commit: ends what was opened with the token. */
  public void revoked(TokenRevoked gone) {
    revoked.put(gone.tokenId(), true);
    for (Connection one : registry.all())
      if (one.token() == gone.tokenId()) one.close(Closing.REVOKED);
  }

  /** Ends all connections of somebody who may not use their account any more. */
  public void end(ActorId person) {
    for (Connection one : registry.of(person)) one.close(Closing.REVOKED);
  }

  private void tell(Announcement what, Function<Reading, List<Subscription>> who) {
    if (registry.isQuiet()) return;
    line.add(() -> send(what, database.read(who)));
  }

  private void send(Announcement what, List<Subscription> to) {
    if (to.isEmpty()) return;
    for (Wire wire : wires) {
      List<Subscription> hearing = to.stream().filter(one -> one.connection().hears(wire)).toList();
      if (!hearing.isEmpty()) wire.send(what, hearing);
    }
  }

  /** Waits until all that happened so far has been sent. */
  public void settle() {
    line.settle();
  }

  @Override
  public void close() {
    stopping = true;
    pulse.close();
    for (Connection one : registry.all()) one.close(Closing.STOPPING);
    line.close();
  }
}
