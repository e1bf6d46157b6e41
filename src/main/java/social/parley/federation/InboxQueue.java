package social.parley.federation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import social.parley.actors.Actor;
import social.parley.core.Ids;
import social.parley.storage.Bundled;
import social.parley.storage.Database;

/** Takes in what other servers send; once {@link #add} returns, it will not be lost. */
final class InboxQueue {
  private static final int MOST_TOGETHER = 500;

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final InboxStore store;
  private final Bundled<InboxStore.Row, InboxStore.Row> bundled;
  private volatile Consumer<String> listener = host -> {};

  InboxQueue(Database database, Ids ids, Clock clock, InboxStore store) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.store = store;
    this.bundled = new Bundled<>(MOST_TOGETHER, this::insert);
  }

  /** Who is told which host has something new waiting. */
  void listen(Consumer<String> other) {
    listener = other;
  }

  /** Blocks until the body is safely on disk. */
  void add(Actor signer, byte[] body) {
    Instant now = clock.instant();
    String host = signer.iri().authority();
    bundled.add(new InboxStore.Row(ids.next(), host, signer.id(), body, now, now, 0));
    listener.accept(host);
  }

  private List<InboxStore.Row> insert(List<InboxStore.Row> rows) {
    database.run(tx -> store.add(tx, rows));
    return rows;
  }
}
