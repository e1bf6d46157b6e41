package social.parley.posts;

import java.util.EnumMap;
import java.util.Map;
import social.parley.core.ActorId;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Who may do what with somebody's posts of a reach, where a post itself says nothing. */
public final class DefaultPolicies {
  private record Row(Reach reach, String policy) {}

  private final Database database;

  DefaultPolicies(Database database) {
    this.database = database;
  }

  /** For every reach; silent where nothing was chosen. */
  public Map<Reach, Policy> of(ActorId actor) {
    return database.read(db -> of(db, actor));
  }

  private static Map<Reach, Policy> of(Reading db, ActorId actor) {
    Map<Reach, Policy> policies = new EnumMap<>(Reach.class);
    for (Reach reach : Reach.values()) policies.put(reach, Policy.SILENT);
    db.query("SELECT reach, policy FROM default_policies WHERE actor_id = :actor")
        .bind("actor", actor)
        .mapTo(Row.class)
        .forEach(row -> policies.put(row.reach(), PolicyColumn.read(row.policy())));
    return policies;
  }

  static Policy of(Reading db, ActorId actor, Reach reach) {
    return of(db, actor).getOrDefault(reach, Policy.SILENT);
  }

  /** Replaces all of them; a silent policy, or none, means the usual. */
  public void choose(ActorId actor, Map<Reach, Policy> policies) {
    database.run(tx -> {
      tx.update("DELETE FROM default_policies WHERE actor_id = :actor")
          .bind("actor", actor)
          .execute();
      policies.forEach((reach, policy) -> insert(tx, actor, reach, policy));
    });
  }

  private static void insert(Tx tx, ActorId actor, Reach reach, Policy policy) {
    if (policy.equals(Policy.SILENT)) return;
    tx.update(
            """
            INSERT INTO default_policies (actor_id, reach, policy)
            VALUES (:actor, :reach, :policy)\
            """)
        .bind("actor", actor)
        .bind("reach", reach)
        .bind("policy", PolicyColumn.write(policy))
        .execute();
  }
}
