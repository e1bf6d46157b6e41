package social.parley.follows;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Handle;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.jobs.Jobs;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/**
 * Servers whose people somebody does not want to meet: nothing of them in any list, and no follows
 * between them and this person. Nobody is told of it but those whose follows end.
 */
public final class HiddenDomains {
  private static final String PART = "follows.part-from-domain";

  /** How many follows end in one transaction. */
  private static final int CHUNK = 100;

  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}(:|$))([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)*"
              + "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(:[0-9]{1,5})?");

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Jobs jobs;
  private final Follows follows;
  private final HiddenDomainStore store = new HiddenDomainStore();

  /** How many follows would end. */
  public record Preview(long following, long followers) {}

  /** Follows that are still to end. */
  record Parting(ActorId me, String domain) {}

  public HiddenDomains(Database database, Ids ids, Clock clock, Jobs jobs, Follows follows) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.jobs = jobs;
    this.follows = follows;
    jobs.handle(PART, Parting.class, rest -> database.run(tx -> part(tx, rest)));
  }

  /** Hides a server, and ends the follows between its people and this person. */
  public void hide(ActorId me, String domain) {
    String name = name(domain);
    database.run(tx -> {
      if (follows.known(tx, me).domain().equals(name)) throw invalid();
      if (!store.insert(tx, ids.next(), me, name, clock.instant())) return;
      tx.announce(new DomainHidden(me, name));
      part(tx, new Parting(me, name));
    });
  }

  private void part(Tx tx, Parting parting) {
    // Meanwhile the person may have changed their mind.
    if (!store.hides(tx, parting.me(), parting.domain())) return;
    Actor me = follows.known(tx, parting.me());
    List<Follow> some = store.follows(tx, parting.me(), parting.domain(), CHUNK);
    for (Follow follow : some)
      if (follow.follower().equals(me.id()))
        follows.end(tx, me, follows.known(tx, follow.followed()));
      else follows.dismiss(tx, follow);
    if (some.size() == CHUNK) jobs.enqueue(tx, PART, parting);
  }

  public void show(ActorId me, String domain) {
    String name = name(domain);
    database.run(tx -> {
      if (store.delete(tx, me, name)) tx.announce(new DomainShown(me, name));
    });
  }

  /** Somebody is gone, with their wishes. */
  public void forget(Tx tx, ActorId actor) {
    store.deleteAll(tx, actor);
  }

  public Page<String> page(ActorId me, Cursor cursor) {
    return database.read(db -> store.page(db, me, cursor));
  }

  public Preview preview(ActorId me, String domain) {
    String name = name(domain);
    return database.read(db -> store.preview(db, me, name));
  }

  private static String name(String text) {
    try {
      String name = Handle.ascii(text.strip());
      if (NAME.matcher(name).matches()) return name;
    } catch (IllegalArgumentException notOne) {
      throw invalid();
    }
    throw invalid();
  }

  private static Refused.Invalid invalid() {
    return new Refused.Invalid("domain", "ERR_INVALID", "is not a valid domain name");
  }
}
