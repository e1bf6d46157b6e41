package social.parley.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.util.List;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Refused;
import social.parley.jobs.Jobs;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * Lists that people bring from elsewhere: read at once, shown to their owner, and worked through by
 * a job that goes on where it was when the server comes back.
 */
public final class Imports {
  /** The largest file, in bytes. */
  public static final int MAX_BYTES = 4 << 20;

  static final String WORK = "portability.import";
  private static final int MOST_KEPT = 10;
  private static final int LONGEST_NAME = 100;
  private static final int PAGE = 500;

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Jobs jobs;
  private final Actors actors;
  private final ImportStore store = new ImportStore();

  public Imports(
      Database database, Ids ids, Clock clock, Jobs jobs, Actors actors, ImportWork.Doors doors) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.jobs = jobs;
    this.actors = actors;
    ImportWork work = new ImportWork(database, clock, jobs, actors, doors);
    jobs.handleSlow(WORK, ImportWork.Step.class, work::run);
  }

  /** Reads a file; nothing changes before its owner agrees. Gives the new import's id. */
  public long propose(
      ActorId me, ImportKind kind, boolean overwrite, String fileName, InputStream file)
      throws IOException {
    String given = fileName.replace("\0", "").strip();
    String name = given.isEmpty() ? kind.file().fileName() : given;
    List<ImportRow> rows = ImportReader.read(kind, text(file), actors.addresses().domain());
    Import fresh =
        new Import(
            ids.next(),
            me,
            kind,
            overwrite,
            Import.State.PROPOSED,
            ImportReader.cut(name, LONGEST_NAME),
            0,
            clock.instant(),
            null,
            rows.size(),
            0,
            0);
    database.run(tx -> {
      makeRoom(tx, me);
      store.insert(tx, fresh, rows);
    });
    return fresh.id();
  }

  /** What was proposed before is given up, and so is what finished long ago. */
  private void makeRoom(Tx tx, ActorId me) {
    int kept = 0;
    for (Import one : store.of(tx, me)) {
      boolean old = one.state() == Import.State.FINISHED && ++kept >= MOST_KEPT;
      if (one.state() == Import.State.PROPOSED || old) store.delete(tx, one.id());
    }
  }

  private static String text(InputStream file) throws IOException {
    byte[] bytes = file.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) throw new Refused.Invalid("data", "The file is too large");
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      // PostgreSQL keeps no such character.
      if (text.indexOf('\0') >= 0) throw Csv.unreadable();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException binary) {
      throw Csv.unreadable();
    }
  }

  /** All that somebody has brought lately, the latest first. */
  public List<Import> of(ActorId me) {
    return database.read(db -> store.of(db, me));
  }

  /** How much of what somebody has is not in a list that they have brought. */
  public long surplus(Import one) {
    return database.read(db -> store.countSurplus(db, one));
  }

  private Import own(Reading db, ActorId me, long id) {
    return store
        .find(db, id)
        .filter(one -> one.ownerId().equals(me))
        .orElseThrow(Refused.NotFound::new);
  }

  /** Its owner agrees: refused while another of theirs is being worked through. */
  public void begin(ActorId me, long id) {
    database.run(tx -> {
      Import one = own(tx, me, id);
      for (Import other : store.of(tx, me))
        if (other.state() == Import.State.RUNNING && other.id() != id)
          throw new Refused.Conflict("Another import is not done yet");
      if (store.advance(tx, one.id(), Import.State.PROPOSED, Import.State.RUNNING, null))
        jobs.enqueue(tx, WORK, ImportWork.Step.first(one));
    });
  }

  /** Gives an import up; what it has done already stays. */
  public void drop(ActorId me, long id) {
    database.run(tx -> store.delete(tx, own(tx, me, id).id()));
  }

  /** Some of the rows that came to nothing. */
  public List<ImportRow> failed(ActorId me, long id, int most) {
    return database.read(db -> store.failed(db, own(db, me, id).id(), 0, most));
  }

  /** All rows that came to nothing, each with its reason, as a file. */
  public void writeFailed(ActorId me, long id, OutputStream out) throws IOException {
    Import one = database.read(db -> own(db, me, id));
    Csv.write(out, csv -> failed(one, csv));
  }

  private void failed(Import one, CsvWriter csv) {
    long after = 0;
    while (true) {
      long from = after;
      List<ImportRow> rows = database.read(db -> store.failed(db, one.id(), from, PAGE));
      for (ImportRow row : rows) {
        String subject = Csv.inert(row.subject());
        String reason = Csv.inert(row.reason() == null ? "" : row.reason());
        if (one.kind() == ImportKind.LISTS)
          csv.writeRecord(Csv.inert(row.detail()), subject, reason);
        else csv.writeRecord(subject, reason);
      }
      if (rows.size() < PAGE) return;
      after = rows.getLast().line();
    }
  }

  /** Whoever has no account any more, or may not use it, brings nothing; to be subscribed. */
  public void forget(Tx tx, ActorId owner) {
    for (Import one : store.of(tx, owner)) store.delete(tx, one.id());
  }
}
