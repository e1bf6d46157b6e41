package social.parley.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.posts.MarksChanged;
import social.parley.posts.Post;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code attendances}. */
final class AttendanceStore {
  private static final String SELECT =
      "SELECT id, actor_id, post_id, state, iri FROM attendances WHERE ";

  /** In the place of what they said before. */
  void put(Tx tx, Attendee attendee, Instant now) {
    tx.update(
            """
            INSERT INTO attendances (id, actor_id, post_id, state, iri, created_at)
            VALUES (:id, :actorId, :postId, :state, :iri, :now)
            ON CONFLICT (actor_id, post_id) DO UPDATE
            SET state = excluded.state, iri = excluded.iri\
            """,
            attendee)
        .bind("now", now)
        .execute();
    tx.announce(new MarksChanged(attendee.actorId()));
  }

  void change(Tx tx, Attendee attendee, Attendance state) {
    tx.update("UPDATE attendances SET state = :state WHERE id = :id")
        .bind("state", state)
        .bind("id", attendee.id())
        .execute();
    tx.announce(new MarksChanged(attendee.actorId()));
  }

  void delete(Tx tx, Attendee attendee) {
    tx.update("DELETE FROM attendances WHERE id = :id").bind("id", attendee.id()).execute();
    tx.announce(new MarksChanged(attendee.actorId()));
  }

  Optional<Attendee> find(Reading db, ActorId actor, PostId post) {
    return db.query(SELECT + "actor_id = :actor AND post_id = :post")
        .bind("actor", actor)
        .bind("post", post)
        .mapTo(Attendee.class)
        .findOne();
  }

  Optional<Attendee> find(Reading db, Iri iri) {
    return db.query(SELECT + "iri = :iri").bind("iri", iri).mapTo(Attendee.class).findFirst();
  }

  Optional<Attendee> find(Reading db, Post event, Iri actor) {
    return db.query(
            SELECT
                + """
                post_id = :post AND actor_id = (SELECT id FROM actors WHERE iri = :actor)\
                """)
        .bind("post", event.id())
        .bind("actor", actor)
        .mapTo(Attendee.class)
        .findOne();
  }

  Page<ActorId> attending(Reading db, PostId post, Cursor cursor) {
    return page(db, "post_id = :value AND state = 'attending'", post.value(), cursor)
        .map(Attendee::actorId);
  }

  /** The events that somebody goes to or has asked to. */
  Page<PostId> joined(Reading db, ActorId actor, Cursor cursor) {
    return page(
            db,
            "actor_id = :value AND state IN ('attending', 'pending', 'refused')",
            actor.value(),
            cursor)
        .map(Attendee::postId);
  }

  private static Page<Attendee> page(Reading db, String where, long value, Cursor cursor) {
    List<Attendee> rows =
        db.page(SELECT + where, "id", cursor).bind("value", value).mapTo(Attendee.class).list();
    return Page.of(rows, cursor, Attendee::id);
  }
}
