package social.parley.filters;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.filters.FilterChange.Word;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.storage.ReadCache;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** What people filter. Everybody has but their own filters: those of others are not there. */
public final class Filters {
  private static final int TITLE_LENGTH = 256;
  private static final int KEYWORD_LENGTH = 512;

  /** How much one person may have, so that reading stays cheap. */
  private static final int MOST = 2000;

  private static final long MOST_BYTES = 16 << 20;

  private final Database database;
  private final Ids ids;
  private final Posts posts;
  private final FilterStore store = new FilterStore();
  private final ReadCache<ActorId, ActiveFilters> cache =
      new ReadCache<>(MOST_BYTES, (_, filters) -> filters.weight());

  public Filters(Database database, Ids ids, Posts posts) {
    this.database = database;
    this.ids = ids;
    this.posts = posts;
  }

  /** All of a person's, the oldest first, also those that have expired. */
  public List<Filter> of(ActorId me) {
    return database.read(db -> store.of(db, me));
  }

  public Filter find(ActorId me, long id) {
    return database.read(db -> known(db, me, id));
  }

  public FilterKeyword keyword(ActorId me, long id) {
    return database.read(db -> knownKeyword(db, me, id));
  }

  public FilteredPost post(ActorId me, long id) {
    return database.read(db -> knownPost(db, me, id));
  }

  /** Those of the people who filter anything. */
  public Set<ActorId> ownersAmong(Reading db, Collection<ActorId> people) {
    return store.ownersAmong(db, people);
  }

  /** What to hold against the posts that somebody reads; not inside a read or a write. */
  public ActiveFilters active(ActorId reader) {
    return Objects.requireNonNull(cache.one(reader, id -> ActiveFilters.of(of(id))));
  }

  public Filter create(ActorId me, FilterChange wanted) {
    return change(
        me,
        tx -> {
          Filter none =
              new Filter(
                  ids.next(), me, "", Set.of(), FilterAction.WARN, null, List.of(), List.of());
          Filter filter = valid(applied(none, wanted));
          store.insert(tx, filter);
          words(tx, filter, wanted.words());
          return known(tx, me, filter.id());
        });
  }

  public Filter update(ActorId me, long id, FilterChange wanted) {
    return change(
        me,
        tx -> {
          Filter before = known(tx, me, id);
          store.update(tx, valid(applied(before, wanted)));
          words(tx, before, wanted.words());
          return known(tx, me, id);
        });
  }

  public void delete(ActorId me, long id) {
    change(
        me,
        tx -> {
          store.delete(tx, known(tx, me, id).id());
          return true;
        });
  }

  public FilterKeyword addKeyword(ActorId me, long filter, Word.Added word) {
    return change(me, tx -> add(tx, known(tx, me, filter), word));
  }

  public FilterKeyword changeKeyword(ActorId me, Word.Changed word) {
    return change(me, tx -> changed(tx, knownKeyword(tx, me, word.id()), word));
  }

  public void removeKeyword(ActorId me, long id) {
    change(
        me,
        tx -> {
          store.deleteKeyword(tx, knownKeyword(tx, me, id).id());
          return true;
        });
  }

  /** Holds a post by itself; the same again gives what is there. */
  public FilteredPost addPost(ActorId me, long filter, PostId post) {
    return change(
        me,
        tx -> {
          Filter into = known(tx, me, filter);
          if (posts.byId(tx, post).filter(one -> posts.visibility().canSee(tx, me, one)).isEmpty())
            throw new Refused.NotFound();
          FilteredPost added = new FilteredPost(ids.next(), into.id(), post);
          if (store.insert(tx, added)) return added;
          return into.posts().stream()
              .filter(one -> one.postId().equals(post))
              .findFirst()
              .orElseThrow();
        });
  }

  public FilteredPost removePost(ActorId me, long id) {
    return change(
        me,
        tx -> {
          FilteredPost post = knownPost(tx, me, id);
          store.deletePost(tx, post.id());
          return post;
        });
  }

  /** Somebody has left. */
  public void forget(Tx tx, ActorId owner) {
    store.deleteAll(tx, owner);
    cache.drop(tx, owner);
  }

  private <T> T change(ActorId me, Function<Tx, T> work) {
    return database.write(tx -> {
      T done = work.apply(tx);
      if (store.size(tx, me) > MOST)
        throw new Refused.Invalid("base", "You have reached the limit of filters");
      cache.drop(tx, me);
      tx.announce(new FiltersChanged(me));
      return done;
    });
  }

  private static Filter applied(Filter before, FilterChange wanted) {
    FilterChange.Expiry expiry = wanted.expiry();
    String title = wanted.title();
    return new Filter(
        before.id(),
        before.owner(),
        title == null ? before.title() : title.strip(),
        wanted.contexts() == null ? before.contexts() : wanted.contexts(),
        wanted.action() == null ? before.action() : wanted.action(),
        expiry == null ? before.expiresAt() : expiry.at(),
        before.keywords(),
        before.posts());
  }

  private static Filter valid(Filter filter) {
    text("title", filter.title(), TITLE_LENGTH);
    if (filter.contexts().isEmpty())
      throw new Refused.Invalid("context", "None or invalid context supplied");
    return filter;
  }

  private static String text(String field, String text, int most) {
    if (text.isBlank()) throw new Refused.Invalid(field, "ERR_BLANK", "can't be blank");
    if (text.codePointCount(0, text.length()) > most)
      throw new Refused.Invalid(
          field, "ERR_TOO_LONG", "is too long (maximum is " + most + " characters)");
    return text;
  }

  private void words(Tx tx, Filter filter, List<Word> words) {
    for (Word word : words)
      switch (word) {
        case Word.Added added -> add(tx, filter, added);
        case Word.Changed changed -> changed(tx, within(filter, changed.id()), changed);
        case Word.Removed removed -> store.deleteKeyword(tx, within(filter, removed.id()).id());
      }
  }

  private static FilterKeyword within(Filter filter, long id) {
    return filter.keywords().stream()
        .filter(one -> one.id() == id)
        .findFirst()
        .orElseThrow(Refused.NotFound::new);
  }

  private FilterKeyword add(Tx tx, Filter filter, Word.Added word) {
    String keyword = text("keyword", word.keyword().strip(), KEYWORD_LENGTH);
    FilterKeyword added = new FilterKeyword(ids.next(), filter.id(), keyword, word.wholeWord());
    store.insert(tx, added);
    return added;
  }

  private FilterKeyword changed(Tx tx, FilterKeyword before, Word.Changed word) {
    String keyword = word.keyword();
    Boolean wholeWord = word.wholeWord();
    FilterKeyword after =
        new FilterKeyword(
            before.id(),
            before.filterId(),
            keyword == null ? before.keyword() : text("keyword", keyword.strip(), KEYWORD_LENGTH),
            wholeWord == null ? before.wholeWord() : wholeWord);
    store.update(tx, after);
    return after;
  }

  private Filter known(Reading db, ActorId me, long id) {
    return store.find(db, me, id).orElseThrow(Refused.NotFound::new);
  }

  private FilterKeyword knownKeyword(Reading db, ActorId me, long id) {
    return store.keyword(db, me, id).orElseThrow(Refused.NotFound::new);
  }

  private FilteredPost knownPost(Reading db, ActorId me, long id) {
    return store.post(db, me, id).orElseThrow(Refused.NotFound::new);
  }
}
