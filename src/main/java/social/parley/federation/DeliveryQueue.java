package social.parley.federation;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Addresses;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.storage.Tx;

/** Where activities wait for delivery: each body once, and a row for every inbox. */
public final class DeliveryQueue {
  private final Addresses addresses;
  private final Ids ids;
  private final Clock clock;
  private volatile Consumer<Set<String>> listener = hosts -> {};

  public DeliveryQueue(Addresses addresses, Ids ids, Clock clock) {
    this.addresses = addresses;
    this.ids = ids;
    this.clock = clock;
  }

  /** Who is told, after the commit, which hosts have something new waiting. */
  void listen(Consumer<Set<String>> other) {
    listener = other;
  }

  void add(
      Tx tx,
      ActorId sender,
      @Nullable Iri activityIri,
      byte[] body,
      boolean everyone,
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
    if (!remote.isEmpty()) addDeliveries(tx, activity, remote);
  }

  private void addDeliveries(Tx tx, long activity, Set<Iri> inboxes) {
    Set<String> hosts = new HashSet<>();
    PreparedBatch batch =
        tx.batch(
            """
            INSERT INTO deliveries (id, activity_id, host, inbox, due_at, attempts)
            VALUES (:id, :activity, :host, :inbox, :now, 0)\
            """);
    for (Iri inbox : inboxes) {
      hosts.add(inbox.authority());
      batch
          .bind("id", ids.next())
          .bind("activity", activity)
          .bind("host", inbox.authority())
          .bind("inbox", inbox)
          .bind("now", clock.instant())
          .add();
    }
    batch.execute();
    tx.afterCommit(() -> listener.accept(hosts));
  }
}
