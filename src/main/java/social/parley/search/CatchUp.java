package social.parley.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.PostId;
import social.parley.media.Media;
import social.parley.media.MediaFile;
import social.parley.posts.Poll;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.posts.Reach;
import social.parley.search.SearchLog.Kind;
import social.parley.search.SearchSources.Way;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** Brings the index up to the database, line by line of the log, or anew from all rows. */
final class CatchUp {
  /** How long lines are kept; who was away for longer begins anew. */
  static final Duration KEPT = Duration.ofDays(2);

  /** Transactions that run side by side may commit in another order than that of their lines. */
  private static final Duration OVERLAP = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(CatchUp.class);
  private static final int BATCH = 200;
  private static final int MOST_STEPS = 5;

  private final Database database;
  private final Clock clock;
  private final SearchLog lines;
  private final Posts posts;
  private final Media media;
  private final Actors actors;
  private final BooleanSupplier stopping;
  private final SearchSources sources = new SearchSources();
  private final TreeSet<Long> done = new TreeSet<>();

  /** Whether the last step took as much as it could, so that there may be more. */
  private boolean more;

  private final Set<String> knownTags = new HashSet<>();

  CatchUp(
      Database database,
      Clock clock,
      SearchLog lines,
      Posts posts,
      Media media,
      Actors actors,
      BooleanSupplier stopping) {
    this.database = database;
    this.clock = clock;
    this.lines = lines;
    this.posts = posts;
    this.media = media;
    this.actors = actors;
    this.stopping = stopping;
  }

  /** Whether only all rows can tell what the index should hold. */
  boolean isFarBehind(SearchIndex index) {
    OptionalLong position = index.position();
    Instant oldest = clock.instant().minus(KEPT);
    return position.isEmpty() || Ids.timeOf(position.getAsLong()).isBefore(oldest);
  }

  /** Takes what has happened, as far as that goes in a few steps. */
  void follow(SearchIndex index) {
    for (int i = 0; i < MOST_STEPS; i++) if (!step(index) || !more) return;
  }

  /** Takes the next lines; false when there were none. */
  boolean step(SearchIndex index) {
    if (isFarBehind(index)) {
      anew(index);
      more = true;
      return true;
    }
    OptionalLong position = index.position();
    Instant now = clock.instant();
    long from = position.orElseThrow() - Ids.floor(Instant.EPOCH.plus(OVERLAP));
    done.headSet(from).clear();
    int most = BATCH + done.size();
    List<SearchLog.Line> all = database.read(db -> lines.after(db, from, most));
    more = all.size() == most;
    List<SearchLog.Line> next = all.stream().filter(line -> !done.contains(line.id())).toList();
    if (next.isEmpty()) {
      // Nothing has happened up to now, so that a quiet time is not taken for an absence.
      index.position(Math.max(position.orElseThrow(), Ids.floor(now.minus(OVERLAP))));
      return false;
    }
    if (next.stream().anyMatch(line -> line.kind() == Kind.ALL)) anew(index);
    else take(index, next);
    // What was broken off is begun again at the next start.
    if (stopping.getAsBoolean()) return true;
    next.forEach(line -> done.add(line.id()));
    index.position(Math.max(index.position().orElse(0), next.getLast().id()));
    return true;
  }

  private void take(SearchIndex index, List<SearchLog.Line> next) {
    Set<PostId> changedPosts = new TreeSet<>();
    Set<ActorId> changedActors = new TreeSet<>();
    for (SearchLog.Line line : next)
      switch (line.kind()) {
        case POST -> changedPosts.add(new PostId(line.subject()));
        case ACTOR -> changedActors.add(new ActorId(line.subject()));
        case ALL -> throw new IllegalStateException("not one by one");
      }
    actors(index, changedActors, true);
    posts(index, changedPosts);
  }

  private void anew(SearchIndex index) {
    log.info("the search index is made anew");
    long position = Ids.floor(clock.instant());
    index.clear();
    knownTags.clear();
    long after = -1;
    while (!stopping.getAsBoolean()) {
      long from = after;
      List<ActorId> some = database.read(db -> sources.actors(db, from, BATCH));
      if (some.isEmpty()) break;
      actors(index, some, false);
      after = some.getLast().value();
    }
    pages(index, (db, from) -> sources.posts(db, from, BATCH));
    if (stopping.getAsBoolean()) return;
    index.position(position);
    index.commit();
    log.info("the search index is complete");
  }

  private interface Pages {
    List<PostId> after(Reading db, long id);
  }

  private void pages(SearchIndex index, Pages pages) {
    long after = -1;
    while (!stopping.getAsBoolean()) {
      long from = after;
      List<PostId> some = database.read(db -> pages.after(db, from));
      if (some.isEmpty()) return;
      posts(index, some);
      after = some.getLast().value();
    }
  }

  /** Whoever wants their posts found from now on, or no longer, has all of them indexed again. */
  private void actors(SearchIndex index, Collection<ActorId> ids, boolean withPosts) {
    if (ids.isEmpty()) return;
    Map<ActorId, Actor> found = database.read(db -> actors.byIds(db, ids));
    Set<ActorId> before = withPosts ? indexable(index, ids) : Set.of();
    for (ActorId id : ids) {
      Actor actor = found.get(id);
      Document document = actor == null ? null : new ActorEntry(actor).document();
      put(index, ActorEntry.key(id), document);
      boolean after = document != null && actor != null && actor.indexable();
      if (withPosts && before.contains(id) != after)
        pages(index, (db, from) -> sources.posts(db, id, from, BATCH));
    }
  }

  private static Set<ActorId> indexable(SearchIndex index, Collection<ActorId> ids) {
    return index.search(searcher -> {
      Set<ActorId> indexable = new TreeSet<>();
      for (ActorId id : ids) {
        BooleanQuery query =
            new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Field.KEY, ActorEntry.key(id))), Occur.FILTER)
                .add(new TermQuery(new Term(Field.INDEXABLE, Field.YES)), Occur.FILTER)
                .build();
        if (searcher.count(query) > 0) indexable.add(id);
      }
      return indexable;
    });
  }

  private static void put(SearchIndex index, String key, @Nullable Document document) {
    if (document == null) index.remove(key);
    else index.put(key, document);
  }

  private void posts(SearchIndex index, Collection<PostId> ids) {
    if (ids.isEmpty()) return;
    Map<PostId, PostEntry> entries = database.read(db -> entries(db, ids));
    for (PostId id : ids) {
      PostEntry entry = entries.get(id);
      put(index, PostEntry.key(id), entry == null ? null : entry.document());
      if (entry != null && entry.post().reach() == Reach.PUBLIC)
        for (String tag : entry.post().tags()) tag(index, tag);
    }
  }

  private Map<PostId, PostEntry> entries(Reading db, Collection<PostId> ids) {
    Map<PostId, Post> found = posts.byIds(db, ids);
    if (found.isEmpty()) return Map.of();
    Map<ActorId, Actor> authors =
        actors.byIds(db, found.values().stream().map(Post::author).distinct().toList());
    Map<PostId, Map<Way, Set<Long>>> readers = sources.readers(db, found.keySet());
    Map<PostId, List<MediaFile>> files =
        media.ofPosts(db, found.values().stream().filter(Post::hasMedia).map(Post::id).toList());
    List<PostId> asking = found.values().stream().filter(Post::hasPoll).map(Post::id).toList();
    Map<PostId, Poll> polls = asking.isEmpty() ? Map.of() : posts.polls().of(db, asking);
    Map<PostId, PostEntry> entries = new TreeMap<>();
    for (Post post : found.values()) {
      Actor author = authors.get(post.author());
      if (author == null) continue;
      PostId id = post.id();
      entries.put(
          id,
          new PostEntry(
              post,
              author,
              files.getOrDefault(id, List.of()),
              polls.get(id),
              readers.getOrDefault(id, Map.of())));
    }
    return entries;
  }

  private void tag(SearchIndex index, String tag) {
    if (knownTags.size() > 100_000) knownTags.clear();
    if (!knownTags.add(tag)) return;
    Document document = new Document();
    document.add(new StringField(Field.KEY, "t" + tag, Store.YES));
    document.add(new StringField(Field.HASHTAG, tag, Store.NO));
    index.put("t" + tag, document);
  }
}
