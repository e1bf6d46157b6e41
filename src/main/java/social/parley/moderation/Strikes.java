package social.parley.moderation;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.statement.EmptyHandling;
import social.parley.core.ActorId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The decisions that people here have been told. */
public final class Strikes {
  private static final String SELECT =
      "SELECT id, target_id, staff_id, action, text, report_id, created_at FROM strikes ";

  void add(Tx tx, Strike strike) {
    tx.update(
            """
            INSERT INTO strikes (id, target_id, staff_id, action, text, report_id, created_at)
            VALUES (:id, :targetId, :staffId, :action, :text, :reportId, :createdAt)\
            """,
            strike)
        .execute();
    tx.announce(new Warned(strike));
  }

  public List<Strike> byIds(Reading db, Collection<Long> ids) {
    return db.query(SELECT + "WHERE id IN (<ids>) ORDER BY id")
        .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids))
        .mapTo(Strike.class)
        .list();
  }

  /** Those about one person, the latest first. */
  public List<Strike> of(Reading db, ActorId target) {
    return db.query(SELECT + "WHERE target_id = :target ORDER BY id DESC")
        .bind("target", target)
        .mapTo(Strike.class)
        .list();
  }
}
