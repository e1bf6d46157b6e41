package social.parley.follows;

import social.parley.core.ActorId;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/** What people note about others for themselves; nobody else reads it. */
public final class Notes {
  private static final int LENGTH = 2000;

  private final Database database;

  public Notes(Database database) {
    this.database = database;
  }

  /** Keeps a note in the place of the one before; an empty one clears it. */
  public void write(ActorId me, ActorId about, String note) {
    if (note.codePointCount(0, note.length()) > LENGTH)
      throw new Refused.Invalid(
          "comment", "ERR_TOO_LONG", "is too long (maximum is " + LENGTH + " characters)");
    database.run(tx -> {
      if (note.isBlank())
        tx.update("DELETE FROM private_notes WHERE actor_id = :me AND target_id = :about")
            .bind("me", me)
            .bind("about", about)
            .execute();
      else
        tx.update(
                """
                INSERT INTO private_notes (actor_id, target_id, note) VALUES (:me, :about, :note)
                ON CONFLICT (actor_id, target_id) DO UPDATE SET note = excluded.note\
                """)
            .bind("me", me)
            .bind("about", about)
            .bind("note", note)
            .execute();
    });
  }

  /** Somebody is gone: what they noted, and what others noted about them. */
  public void forget(Tx tx, ActorId actor) {
    tx.update("DELETE FROM private_notes WHERE actor_id = :actor OR target_id = :actor")
        .bind("actor", actor)
        .execute();
  }
}
