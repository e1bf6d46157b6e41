package social.parley.federation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that wait for their turn, in the order of their coming for each of those who have something
 * for them, and those take turns: whoever has little for others waits for nobody who has much.
 */
final class Turns {
  private final SequencedMap<Long, SequencedSet<String>> waiting = new LinkedHashMap<>();
  private final Map<String, Long> whose = new HashMap<>();

  boolean isEmpty() {
    return whose.isEmpty();
  }

  /** A host for which two have something waits with the one who waits for fewer. */
  void add(String host, long who) {
    Long before = whose.get(host);
    if (before != null && (before == who || size(before) <= size(who) + 1)) return;
    remove(host);
    waiting.computeIfAbsent(who, _ -> new LinkedHashSet<>()).add(host);
    whose.put(host, who);
  }

  private int size(long who) {
    SequencedSet<String> hosts = waiting.get(who);
    return hosts == null ? 0 : hosts.size();
  }

  void remove(String host) {
    Long who = whose.remove(host);
    if (who == null) return;
    SequencedSet<String> hosts = waiting.get(who);
    if (hosts == null) return;
    hosts.remove(host);
    if (hosts.isEmpty()) waiting.remove(who);
  }

  /** The next host, which waits no more; null when there is none. */
  @Nullable String next() {
    Map.Entry<Long, SequencedSet<String>> turn = waiting.pollFirstEntry();
    if (turn == null) return null;
    String host = turn.getValue().removeFirst();
    whose.remove(host);
    if (!turn.getValue().isEmpty()) waiting.putLast(turn.getKey(), turn.getValue());
    return host;
  }
}
