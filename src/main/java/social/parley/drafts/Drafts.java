package social.parley.drafts;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/** What people have begun to write. Everybody has but their own: those of others are not there. */
public final class Drafts {
  /** How many one person may keep. */
  public static final int MOST = 50;

  /** How long one may be, with all that belongs to it. */
  private static final int LONGEST = 100_000;

  private static final Pattern NAME = Pattern.compile("[0-9a-f]{8,64}");

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final DraftStore store = new DraftStore();

  public Drafts(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** Keeps what the form of this name holds; one that is empty is kept no longer. */
  public void save(ActorId me, String name, DraftContent content) {
    if (!NAME.matcher(name).matches()) throw new Refused.Invalid("draft", "is no name of a draft");
    String text = DraftStore.text(content);
    if (text.length() > LONGEST) throw new Refused.Invalid("text", "This is too long for a draft.");
    database.run(tx -> {
      if (content.isEmpty()) {
        store.delete(tx, me, name);
        return;
      }
      if (store.find(tx, me, name).isEmpty() && store.count(tx, me) >= MOST)
        throw new Refused.Invalid(
            "base", "You have " + MOST + " drafts. Delete one before you begin another.");
      store.save(tx, ids.next(), me, name, text, clock.instant());
    });
  }

  /** All of somebody's, the latest first. */
  public List<SavedDraft> of(ActorId me) {
    return database.read(db -> store.of(db, me, MOST));
  }

  public SavedDraft own(ActorId me, long id) {
    return database.read(db -> store.find(db, me, id)).orElseThrow(Refused.NotFound::new);
  }

  public SavedDraft own(ActorId me, String name) {
    return database.read(db -> store.find(db, me, name)).orElseThrow(Refused.NotFound::new);
  }

  public void delete(ActorId me, long id) {
    if (database.write(tx -> store.delete(tx, me, id)) == 0) throw new Refused.NotFound();
  }

  /** What was in the form of this name is published. */
  public void done(ActorId me, String name) {
    if (NAME.matcher(name).matches()) database.run(tx -> store.delete(tx, me, name));
  }

  /** Somebody has left. */
  public void forget(Tx tx, ActorId author) {
    store.deleteAll(tx, author);
  }
}
