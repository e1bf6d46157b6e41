package social.parley.streaming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import social.parley.core.ActorId;

/** One connected program of one person, with what it listens to. */
public abstract class Connection {
  private final ActorId person;
  private final long token;
  private final boolean hearsNotifications;
  private final List<Subscription> subscriptions = new ArrayList<>(1);

  protected Connection(ActorId person, long token, boolean hearsNotifications) {
    this.person = person;
    this.token = token;
    this.hearsNotifications = hearsNotifications;
  }

  public ActorId person() {
    return person;
  }

  long token() {
    return token;
  }

  boolean hearsNotifications() {
    return hearsNotifications;
  }

  /** Whether it is meant to hear what this wire says. */
  protected boolean hears(Wire wire) {
    return true;
  }

  /** Sends without waiting; a connection that cannot keep up ends. */
  public abstract void send(Message message);

  /** Ends it. */
  public abstract void close(Closing why);

  /** Comes round every {@link Streams#BEAT}: to ask whether the other side is still there. */
  protected abstract void beat();

  /** Notes the subscription; empty when there is one, or when there are too many. */
  synchronized Optional<Subscription> add(Channel channel, List<String> words, int most) {
    if (subscriptions.size() >= most || find(channel).isPresent()) return Optional.empty();
    Subscription added = new Subscription(this, channel, words);
    subscriptions.add(added);
    return Optional.of(added);
  }

  synchronized Optional<Subscription> remove(Channel channel) {
    Optional<Subscription> found = find(channel);
    found.ifPresent(subscriptions::remove);
    return found;
  }

  synchronized List<Subscription> removeAll() {
    List<Subscription> all = List.copyOf(subscriptions);
    subscriptions.clear();
    return all;
  }

  private Optional<Subscription> find(Channel channel) {
    return subscriptions.stream().filter(one -> one.channel().equals(channel)).findFirst();
  }
}
