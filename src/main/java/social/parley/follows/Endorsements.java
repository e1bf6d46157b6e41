package social.parley.follows;

import java.time.Clock;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.follows.FollowStore.Entry;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/** People whom somebody recommends on their profile; only those whom they follow. */
public final class Endorsements {
  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Follows follows;

  public Endorsements(Database database, Ids ids, Clock clock, Follows follows) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.follows = follows;
  }

  public void endorse(ActorId me, ActorId target) {
    database.run(tx -> {
      if (follows.find(tx, me, target).filter(Follow::accepted).isEmpty())
        throw new Refused.Invalid(
            "base", "You must be already following the person you want to endorse");
      tx.update(
              """
              INSERT INTO endorsements (id, actor_id, target_id, created_at)
              VALUES (:id, :me, :target, :now) ON CONFLICT DO NOTHING\
              """)
          .bind("id", ids.next())
          .bind("me", me)
          .bind("target", target)
          .bind("now", clock.instant())
          .execute();
    });
  }

  public void unendorse(ActorId me, ActorId target) {
    database.run(tx -> end(tx, me, target));
  }

  public void unfollowed(Tx tx, Unfollowed unfollowed) {
    end(tx, unfollowed.follower(), unfollowed.followed());
  }

  private static void end(Tx tx, ActorId me, ActorId target) {
    tx.update("DELETE FROM endorsements WHERE actor_id = :me AND target_id = :target")
        .bind("me", me)
        .bind("target", target)
        .execute();
  }

  /** Somebody is gone: neither recommends nor is recommended. */
  public void forget(Tx tx, ActorId actor) {
    tx.update("DELETE FROM endorsements WHERE actor_id = :actor OR target_id = :actor")
        .bind("actor", actor)
        .execute();
  }

  /** Whom somebody recommends, the latest first. */
  public Page<ActorId> page(ActorId of, Cursor cursor) {
    String sql =
        """
        SELECT e.id, e.target_id AS actor FROM endorsements e JOIN actors a ON a.id = e.target_id
        WHERE e.actor_id = :of AND a.deleted_at IS NULL AND a.standing <> 'suspended'\
        """;
    return database.read(db -> Entry.page(db.page(sql, "e.id", cursor).bind("of", of), cursor));
  }
}
