package social.parley.federation;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Addresses;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.storage.Padded;
import social.parley.storage.Tx;

/** Where activities wait for delivery: each body once, and a row for every inbox. */
public final class DeliveryQueue {
  /** Turns below are those of urgent deliveries. */
  static final long FANNED_OUT = 1L << 40;

  /**
   * Each delivery takes the turn after the last one of its sender at that host, or the one that is
   * going on there: so senders take turns, and each keeps its order.
   */
  private static final String INSERT =
      """
      INSERT INTO deliveries
        (id, activity_id, sender_id, host, inbox, due_at, attempts, turn)
      VALUES (:id, :activity, :sender, :host, :inbox, :now, 0, coalesce(
        (SELECT max(turn) + 1 FROM deliveries
          WHERE host = :host AND sender_id = :sender AND turn >= :first),
        (SELECT min(turn) FROM deliveries
          WHERE host = :host AND turn >= :first AND turn < :end),
        :first))\
      """;

  private final Addresses addresses;
  private final Ids ids;
  private final Clock clock;
  private volatile Listener listener = (sender, urgent, others) -> {};

  public DeliveryQueue(Addresses addresses, Ids ids, Clock clock) {
    this.addresses = addresses;
    this.ids = ids;
    this.clock = clock;
  }

  /** Is told, after the commit, for which hosts a sender has something new waiting. */
  interface Listener {
    void arrived(long sender, Set<String> urgent, Set<String> others);
  }

  void listen(Listener other) {
    listener = other;
  }

  void add(
      Tx tx,
      ActorId sender,
      @Nullable Iri activityIri,
      byte[] body,
      boolean everyone,
      Set<String> urgentFor,
      Collection<Iri> inboxes) {
    long activity = ids.next();
    Set<Iri> remote = new HashSet<>(inboxes);
    remote.removeIf(inbox -> !inbox.isWeb() || addresses.isLocal(inbox));
    if (remote.isEmpty() && !everyone) return;
    tx.update(
            """
            INSERT INTO activities (id, iri, sender_id, body, everyone, created_at)
            VALUES (:id, :iri, :sender, :body, :everyone, :now)\
            """)
        .bind("id", activity)
        .bind("iri", activityIri)
        .bind("sender", sender)
        .bind("body", body)
        .bind("everyone", everyone)
        .bind("now", clock.instant())
        .execute();
    if (!remote.isEmpty()) addDeliveries(tx, sender, activity, urgentFor, remote);
  }

  /** Where it has an urgent turn: it keeps its place behind what its sender has there already. */
  private static Set<String> urgent(Tx tx, ActorId sender, long activity, Set<String> hosts) {
    return tx.query(
            """
            SELECT host FROM deliveries
            WHERE host IN (<hosts>) AND sender_id = :sender AND turn < :fannedOut
              AND activity_id = :activity\
            """)
        .bindList("hosts", Padded.of(hosts))
        .bind("sender", sender)
        .bind("fannedOut", FANNED_OUT)
        .bind("activity", activity)
        .mapTo(String.class)
        .set();
  }

  private void addDeliveries(
      Tx tx, ActorId sender, long activity, Set<String> urgentFor, Set<Iri> inboxes) {
    Set<String> urgent = new HashSet<>();
    Set<String> others = new HashSet<>();
    PreparedBatch batch = tx.batch(INSERT);
    for (Iri inbox : inboxes) {
      String host = inbox.authority();
      boolean hurry = urgentFor.contains(host);
      others.add(host);
      if (hurry) urgent.add(host);
      batch
          .bind("id", ids.next())
          .bind("activity", activity)
          .bind("sender", sender)
          .bind("host", host)
          .bind("inbox", inbox)
          .bind("first", hurry ? 0 : FANNED_OUT)
          .bind("end", hurry ? FANNED_OUT : Long.MAX_VALUE)
          .bind("now", clock.instant())
          .add();
    }
    batch.execute();
    if (!urgent.isEmpty()) urgent.retainAll(urgent(tx, sender, activity, urgent));
    others.removeAll(urgent);
    tx.afterCommit(() -> listener.arrived(sender.value(), urgent, others));
  }
}
