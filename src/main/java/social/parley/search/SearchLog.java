package social.parley.search;

import java.time.Instant;
import java.util.List;
import social.parley.core.Ids;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** What has changed and is to be indexed, in the order of time. */
final class SearchLog {
  /** What a line is about. */
  enum Kind {
    POST,
    ACTOR,
    /** Everything there is. */
    ALL
  }

  /** One line. */
  record Line(long id, Kind kind, long subject) {}

  private final Ids ids;

  SearchLog(Ids ids) {
    this.ids = ids;
  }

  void add(Tx tx, Kind kind, long subject) {
    tx.update("INSERT INTO search_log (id, kind, subject) VALUES (:id, :kind, :subject)")
        .bind("id", ids.next())
        .bind("kind", kind)
        .bind("subject", subject)
        .execute();
  }

  List<Line> after(Reading db, long id, int most) {
    return db.query(
            "SELECT id, kind, subject FROM search_log WHERE id > :id ORDER BY id LIMIT :most")
        .bind("id", id)
        .bind("most", most)
        .mapTo(Line.class)
        .list();
  }

  void forget(Tx tx, Instant before) {
    tx.update("DELETE FROM search_log WHERE id < :before")
        .bind("before", Ids.floor(before))
        .execute();
  }
}
