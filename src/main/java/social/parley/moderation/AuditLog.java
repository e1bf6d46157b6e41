package social.parley.moderation;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/** What members of the staff have done, kept for good. */
public final class AuditLog {
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  public AuditLog(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * One deed.
   *
   * @param staff who did it; null when it was done on the command line
   * @param deed what was done, such as {@code suspend}
   * @param subject to what kind of thing, such as {@code account}
   * @param note what a person needs to recognize the subject
   */
  public record Entry(
      long id,
      @Nullable ActorId staffId,
      String deed,
      String subject,
      @Nullable Long subjectId,
      String note,
      Instant createdAt) {}

  /** The latest first. */
  public Page<Entry> page(Cursor cursor) {
    return database.read(db ->
        Rows.page(
            db,
            "SELECT id, staff_id, deed, subject, subject_id, note, created_at FROM audit_log",
            "",
            cursor,
            Entry.class,
            Entry::id));
  }

  /** Notes a deed in the transaction that does it. */
  public void note(
      Tx tx,
      @Nullable ActorId staff,
      String deed,
      String subject,
      @Nullable Long subjectId,
      String note) {
    tx.update(
            """
            INSERT INTO audit_log (id, staff_id, deed, subject, subject_id, note, created_at)
            VALUES (:id, :staffId, :deed, :subject, :subjectId, :note, :createdAt)\
            """,
            new Entry(ids.next(), staff, deed, subject, subjectId, note, clock.instant()))
        .execute();
  }
}
