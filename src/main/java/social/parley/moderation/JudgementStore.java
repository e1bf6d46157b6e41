package social.parley.moderation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.EmptyHandling;
import social.parley.core.ActorId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The table of decisions about single actors. */
final class JudgementStore {
  private static final String SELECT =
      """
      SELECT actor_id, silenced_at, suspended_at, sensitized_at, removal_at FROM judgements \
      """;

  Judgement of(Reading db, ActorId actor) {
    return db.query(SELECT + "WHERE actor_id = :actor")
        .bind("actor", actor)
        .mapTo(Judgement.class)
        .findOne()
        .orElseGet(() -> Judgement.none(actor));
  }

  /** Those that there are, by actor. */
  Map<ActorId, Judgement> of(Reading db, Collection<ActorId> actors) {
    Map<ActorId, Judgement> found = new HashMap<>();
    db.query(SELECT + "WHERE actor_id IN (<actors>)")
        .bindList(EmptyHandling.NULL_KEYWORD, "actors", List.copyOf(actors))
        .mapTo(Judgement.class)
        .forEach(judgement -> found.put(judgement.actorId(), judgement));
    return found;
  }

  void save(Tx tx, Judgement judgement) {
    tx.update(
            """
            INSERT INTO judgements (actor_id, silenced_at, suspended_at, sensitized_at, removal_at)
            VALUES (:actorId, :silencedAt, :suspendedAt, :sensitizedAt, :removalAt)
            ON CONFLICT (actor_id) DO UPDATE SET silenced_at = excluded.silenced_at,
              suspended_at = excluded.suspended_at, sensitized_at = excluded.sensitized_at,
              removal_at = excluded.removal_at\
            """,
            judgement)
        .execute();
  }
}
