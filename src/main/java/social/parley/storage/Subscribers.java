package social.parley.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Which announcement wakes whom, inside the transaction or after its commit. */
public final class Subscribers {
  private final Map<Class<?>, List<BiConsumer<Tx, Announcement>>> inside = new HashMap<>();
  private final Map<Class<?>, List<Consumer<Announcement>>> after = new HashMap<>();

  /** Wakes the listener inside the transaction; if it throws, the transaction is undone. */
  public <A extends Announcement> Subscribers on(Class<A> kind, BiConsumer<Tx, A> listener) {
    inside
        .computeIfAbsent(kind, unused -> new ArrayList<>())
        .add((tx, announcement) -> listener.accept(tx, kind.cast(announcement)));
    return this;
  }

  /**
   * Wakes the listener once the transaction is durable. Such listeners run one after the other, in
   * commit order, so they must be brief; what they throw is logged and lost.
   */
  public <A extends Announcement> Subscribers after(Class<A> kind, Consumer<A> listener) {
    after
        .computeIfAbsent(kind, unused -> new ArrayList<>())
        .add(announcement -> listener.accept(kind.cast(announcement)));
    return this;
  }

  void announce(Tx tx, Announcement announcement) {
    for (var listener : inside.getOrDefault(announcement.getClass(), List.of()))
      listener.accept(tx, announcement);
    for (var listener : after.getOrDefault(announcement.getClass(), List.of()))
      tx.afterCommit(() -> listener.accept(announcement));
  }

  /** A new table: these subscribers first, then the others. */
  Subscribers and(Subscribers others) {
    Subscribers both = new Subscribers();
    for (Subscribers one : List.of(this, others)) {
      one.inside.forEach((kind, listeners) ->
          both.inside.computeIfAbsent(kind, unused -> new ArrayList<>()).addAll(listeners));
      one.after.forEach((kind, listeners) ->
          both.after.computeIfAbsent(kind, unused -> new ArrayList<>()).addAll(listeners));
    }
    return both;
  }
}
