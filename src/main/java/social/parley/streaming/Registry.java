package social.parley.streaming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import social.parley.core.ActorId;
import social.parley.lists.ListId;

/** Who is connected and listens to what. */
final class Registry {
  private final Map<ActorId, Set<Connection>> people = new ConcurrentHashMap<>();
  private final Map<Channel, Set<Subscription>> channels = new ConcurrentHashMap<>();

  /** False when the person has as many connections already. */
  boolean open(Connection connection, int most) {
    Set<Connection> theirs =
        people.compute(
            connection.person(),
            (_, before) -> {
              Set<Connection> after = before == null ? new HashSet<>(2) : new HashSet<>(before);
              if (after.size() < most) after.add(connection);
              return after;
            });
    return theirs.contains(connection);
  }

  void close(Connection connection) {
    people.computeIfPresent(
        connection.person(),
        (_, before) -> {
          Set<Connection> after = new HashSet<>(before);
          after.remove(connection);
          return after.isEmpty() ? null : after;
        });
    connection.removeAll().forEach(this::remove);
  }

  void add(Subscription subscription) {
    channels.compute(
        subscription.channel(),
        (_, before) -> {
          Set<Subscription> all = before == null ? ConcurrentHashMap.newKeySet(2) : before;
          all.add(subscription);
          return all;
        });
  }

  void remove(Subscription subscription) {
    channels.computeIfPresent(
        subscription.channel(),
        (_, all) -> {
          all.remove(subscription);
          return all.isEmpty() ? null : all;
        });
  }

  /** Whether nobody listens to anything. */
  boolean isQuiet() {
    return channels.isEmpty();
  }

  boolean isOpen(Connection connection) {
    return people.getOrDefault(connection.person(), Set.of()).contains(connection);
  }

  Collection<Subscription> of(Channel channel) {
    return channels.getOrDefault(channel, Set.of());
  }

  /** Those whose home somebody listens to. */
  List<ActorId> homeOwners() {
    List<ActorId> owners = new ArrayList<>();
    for (Channel channel : channels.keySet())
      if (channel instanceof Channel.Home(ActorId owner)) owners.add(owner);
    return owners;
  }

  /** The lists that somebody listens to. */
  List<ListId> lists() {
    List<ListId> lists = new ArrayList<>();
    for (Channel channel : channels.keySet())
      if (channel instanceof Channel.ListOf(ListId list)) lists.add(list);
    return lists;
  }

  Collection<Connection> of(ActorId person) {
    return people.getOrDefault(person, Set.of());
  }

  List<Connection> all() {
    List<Connection> all = new ArrayList<>();
    people.values().forEach(all::addAll);
    return all;
  }
}
