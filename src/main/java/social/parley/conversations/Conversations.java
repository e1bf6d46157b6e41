package social.parley.conversations;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.follows.Blocked;
import social.parley.posts.Post;
import social.parley.posts.PostDeleted;
import social.parley.posts.PostPages;
import social.parley.posts.PostPublished;
import social.parley.posts.Posts;
import social.parley.posts.Reach;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/**
 * The conversations that people here have: one for each thread and each circle of people in it,
 * kept inside the transactions of the letters.
 */
public final class Conversations {
  /** Each of the people has a conversation that names all the others; larger circles have none. */
  static final int MOST_PEOPLE = 100;

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Posts posts;
  private final PostPages pages;
  private final ConversationStore store = new ConversationStore();

  public Conversations(Database database, Ids ids, Clock clock, Posts posts) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.posts = posts;
    this.pages = new PostPages(posts);
  }

  /** It is to be subscribed. */
  public void published(Tx tx, PostPublished published) {
    Post letter = published.post();
    if (letter.reach() != Reach.MENTIONED || letter.isBoost()) return;
    Set<ActorId> people = new TreeSet<>((a, b) -> Long.compare(a.value(), b.value()));
    people.addAll(posts.addressed(tx, letter.id()));
    people.add(letter.author());
    if (people.size() > MOST_PEOPLE) return;
    for (ActorId owner : store.owners(tx, people, letter.author(), clock.instant())) {
      List<ActorId> others = people.stream().filter(one -> !one.equals(owner)).toList();
      Boolean unread = unread(tx, owner, published);
      tx.announce(
          new ConversationChanged(
              store.add(tx, ids.next(), owner, thread(tx, owner, letter), others, letter, unread)));
    }
  }

  /** An earlier letter may have come late and moved the thread; its owner has it as it began. */
  private PostId thread(Tx tx, ActorId owner, Post letter) {
    PostId root = letter.threadRoot() == null ? letter.id() : letter.threadRoot();
    PostId parent = letter.inReplyTo();
    return parent == null ? root : store.threadOf(tx, owner, parent).orElse(root);
  }

  private @Nullable Boolean unread(Tx tx, ActorId owner, PostPublished published) {
    if (owner.equals(published.post().author())) return false;
    boolean news = published.arrivedNow() && !posts.mutesThread(tx, owner, published.post());
    return news ? true : null;
  }

  /** It is to be subscribed. */
  public void deleted(Tx tx, PostDeleted deleted) {
    if (deleted.post().reach() != Reach.MENTIONED) return;
    for (Conversation conversation : store.removed(tx, deleted.post().id()))
      tx.announce(new ConversationChanged(conversation));
  }

  /** Whoever blocks somebody has no conversations with them; it is to be subscribed. */
  public void blocked(Tx tx, Blocked blocked) {
    store.part(tx, blocked.actor(), blocked.target());
  }

  /** Whoever deletes their account has none; it is to be subscribed. */
  public void forget(Tx tx, ActorId owner) {
    store.clear(tx, owner);
  }

  /** The latest first, by their last letters, whose ids are the cursors. */
  public Page<Conversation> page(ActorId me, Cursor cursor) {
    List<Conversation> rows = database.read(db -> store.page(db, me, cursor));
    if (rows.isEmpty()) return Page.empty();
    List<Conversation> newestFirst = cursor.ascending() ? rows.reversed() : rows;
    return new Page<>(newestFirst, last(newestFirst.getFirst()), last(newestFirst.getLast()));
  }

  private static OptionalLong last(Conversation conversation) {
    PostId last = conversation.lastPost();
    return last == null ? OptionalLong.empty() : OptionalLong.of(last.value());
  }

  /** Somebody's own conversation; nobody else knows of it. */
  public Conversation find(ActorId me, long id) {
    return database.read(db -> store.find(db, me, id)).orElseThrow(Refused.NotFound::new);
  }

  /** The letters of an own conversation. */
  public Page<Post> posts(ActorId me, long id, Cursor cursor) {
    Conversation own = find(me, id);
    return pages.fill(me, cursor, at -> database.read(db -> store.posts(db, own.id(), at)));
  }

  /** Every letter that somebody wrote or got. */
  public Page<Post> letters(ActorId me, Cursor cursor) {
    return pages.fill(
        me, cursor, at -> database.read(db -> store.letters(db, me, clock.instant(), at)));
  }

  /** Marks an own conversation as read, or not. */
  public Conversation mark(ActorId me, long id, boolean unread) {
    return database.write(tx -> {
      Conversation marked = store.mark(tx, me, id, unread).orElseThrow(Refused.NotFound::new);
      tx.announce(new ConversationChanged(marked));
      return marked;
    });
  }

  /** Marks all as read; gives those that were not. */
  public List<Conversation> markAllRead(ActorId me) {
    return database.write(tx -> {
      List<Conversation> marked = store.markAll(tx, me);
      for (Conversation one : marked) tx.announce(new ConversationChanged(one));
      return marked;
    });
  }

  /** Takes a conversation off the list until another letter comes; the letters stay. */
  public void putAway(ActorId me, long id) {
    if (!database.write(tx -> store.putAway(tx, me, id))) throw new Refused.NotFound();
  }
}
