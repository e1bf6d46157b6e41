package social.parley.lists;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.Refused;
import social.parley.follows.Follows;
import social.parley.follows.RequestWithdrawn;
import social.parley.follows.Unfollowed;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The front door to lists: their owners alone read and change them, or learn that they exist. */
public final class Lists {
  private static final int MOST = 50;
  private static final int TITLE = 256;

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Follows follows;
  private final ListStore store = new ListStore();

  public Lists(Database database, Ids ids, Clock clock, Follows follows) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.follows = follows;
  }

  public PersonalList create(ActorId me, String title, Replies replies, boolean exclusive) {
    PersonalList list =
        new PersonalList(new ListId(ids.next()), me, valid(title), replies, exclusive);
    database.run(tx -> {
      if (store.of(tx, me).size() >= MOST)
        throw new Refused.Invalid("base", "You have reached the maximum number of lists");
      store.insert(tx, list, clock.instant());
    });
    return list;
  }

  /** Changes what is given and keeps the rest. */
  public PersonalList change(
      ActorId me,
      ListId id,
      @Nullable String title,
      @Nullable Replies replies,
      @Nullable Boolean exclusive) {
    return database.write(tx -> {
      PersonalList before = own(tx, me, id);
      PersonalList after =
          new PersonalList(
              id,
              me,
              title == null ? before.title() : valid(title),
              replies == null ? before.replies() : replies,
              exclusive == null ? before.exclusive() : exclusive);
      store.update(tx, after);
      tx.announce(new ListChanged(before, after));
      return after;
    });
  }

  private static String valid(String title) {
    String bare = title.strip();
    if (bare.isEmpty()) throw new Refused.Invalid("title", "ERR_BLANK", "can't be blank");
    if (bare.length() > TITLE)
      throw new Refused.Invalid("title", "ERR_TOO_LONG", "is too long (maximum is 256 characters)");
    return bare;
  }

  public void delete(ActorId me, ListId id) {
    database.run(tx -> end(tx, own(tx, me, id)));
  }

  private void end(Tx tx, PersonalList list) {
    List<ActorId> members = members(tx, list.id());
    store.delete(tx, list.id());
    tx.announce(new ListEnded(list, members));
  }

  /** Somebody's list; nobody else knows of it. */
  public PersonalList own(ActorId me, ListId id) {
    return database.read(db -> own(db, me, id));
  }

  /** Refuses what is no list of somebody's. */
  public void check(ActorId me, ListId id) {
    PersonalList _ = own(me, id);
  }

  private PersonalList own(Reading db, ActorId me, ListId id) {
    return store
        .find(db, id)
        .filter(list -> list.ownerId().equals(me))
        .orElseThrow(Refused.NotFound::new);
  }

  /** In the order in which they were made. */
  public List<PersonalList> of(ActorId me) {
    return database.read(db -> store.of(db, me));
  }

  /** Somebody's own lists that hold a member. */
  public List<PersonalList> holding(ActorId me, ActorId member) {
    return database.read(db -> holding(db, me, member));
  }

  public List<PersonalList> holding(Reading db, ActorId owner, ActorId member) {
    return store.holding(db, owner, member);
  }

  /** Everybody on a list. */
  public List<ActorId> members(Reading db, ListId id) {
    return store.members(db, id, Cursor.first(Integer.MAX_VALUE)).items();
  }

  public List<ActorId> members(ActorId me, ListId id) {
    return database.read(db -> members(db, own(db, me, id).id()));
  }

  public Page<ActorId> members(ActorId me, ListId id, Cursor cursor) {
    return database.read(db -> store.members(db, own(db, me, id).id(), cursor));
  }

  /** Adds people whom the owner follows, or asked to; the owner may join too. */
  public void join(ActorId me, ListId id, List<ActorId> members) {
    database.run(tx -> {
      PersonalList list = own(tx, me, id);
      for (ActorId member : members) {
        if (!member.equals(me) && follows.find(tx, me, member).isEmpty())
          throw new Refused.NotFound();
        if (!store.join(tx, ids.next(), list, member))
          throw new Refused.Invalid("account", "ERR_TAKEN", "has already been taken");
        tx.announce(new ListJoined(list, member));
      }
    });
  }

  /** Takes people off; those who are not on it are passed over. */
  public void leave(ActorId me, ListId id, List<ActorId> members) {
    database.run(tx -> {
      PersonalList list = own(tx, me, id);
      for (ActorId member : members) leave(tx, list, member);
    });
  }

  private void leave(Tx tx, PersonalList list, ActorId member) {
    if (store.leave(tx, list.id(), member)) tx.announce(new ListLeft(list, member));
  }

  /** Who is no longer followed is on no list; it is to be subscribed. */
  public void unfollowed(Tx tx, Unfollowed unfollowed) {
    part(tx, unfollowed.follower(), unfollowed.followed());
  }

  /** Nor who did not let the owner follow; it is to be subscribed. */
  public void withdrawn(Tx tx, RequestWithdrawn withdrawn) {
    part(tx, withdrawn.follower(), withdrawn.followed());
  }

  private void part(Tx tx, ActorId owner, ActorId member) {
    for (PersonalList list : new ArrayList<>(store.holding(tx, owner, member)))
      leave(tx, list, member);
  }

  /** Whoever deletes their account leaves no lists; it is to be subscribed. */
  public void forget(Tx tx, ActorId owner) {
    for (PersonalList list : store.of(tx, owner)) end(tx, list);
  }
}
