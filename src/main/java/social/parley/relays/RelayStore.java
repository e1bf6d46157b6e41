package social.parley.relays;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code relays}. */
final class RelayStore {
  private static final String COLUMNS =
      "SELECT id, address, inbox, kind, state, follow_iri, actor_id, created_at FROM relays";

  record Row(
      long id,
      Iri address,
      Iri inbox,
      Relay.Kind kind,
      Relay.State state,
      Iri followIri,
      @Nullable ActorId actorId,
      Instant createdAt) {
    Relay relay() {
      return new Relay(id, address, inbox, kind, state, followIri, actorId, createdAt);
    }
  }

  /** False when there is one with this inbox. */
  boolean insert(Tx tx, Relay relay) {
    return tx.update(
                """
                INSERT INTO relays (id, address, inbox, kind, state, follow_iri, actor_id, created_at)
                VALUES (:id, :address, :inbox, :kind, :state, :follow, :actor, :createdAt)
                ON CONFLICT DO NOTHING\
                """)
            .bind("id", relay.id())
            .bind("address", relay.address())
            .bind("inbox", relay.inbox())
            .bind("kind", relay.kind())
            .bind("state", relay.state())
            .bind("follow", relay.follow())
            .bind("actor", relay.actor())
            .bind("createdAt", relay.createdAt())
            .execute()
        == 1;
  }

  void answered(Tx tx, long id, Relay.State state, ActorId actor) {
    tx.update("UPDATE relays SET state = :state, actor_id = :actor WHERE id = :id")
        .bind("state", state)
        .bind("actor", actor)
        .bind("id", id)
        .execute();
  }

  void delete(Tx tx, long id) {
    tx.update("DELETE FROM relays WHERE id = :id").bind("id", id).execute();
  }

  List<Relay> all(Reading db) {
    return db.query(COLUMNS + " ORDER BY id").mapTo(Row.class).map(Row::relay).list();
  }

  Optional<Relay> find(Reading db, long id) {
    return db.query(COLUMNS + " WHERE id = :id")
        .bind("id", id)
        .mapTo(Row.class)
        .map(Row::relay)
        .findOne();
  }
}
