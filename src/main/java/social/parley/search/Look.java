package social.parley.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.PostId;
import social.parley.posts.Post;

/**
 * One look for whatever somebody searches: the index is brought up to date once, however many kinds
 * of things are looked for.
 */
public final class Look {
  /** How much further each step goes that follows one which did not find enough. */
  private static final int FURTHER = 8;

  /** More of what matches is not looked through for what may be seen. */
  private static final int MOST_LOOKED_AT = 2000;

  private final Search.Needs needs;
  private final FoundPosts found;
  private final Supplier<SearchIndex> current;
  private final PostFinder postFinder;
  private final PeopleFinder peopleFinder;
  private @Nullable SearchIndex opened;

  Look(
      Search.Needs needs,
      FoundPosts found,
      PostFinder postFinder,
      PeopleFinder peopleFinder,
      Supplier<SearchIndex> current) {
    this.needs = needs;
    this.found = found;
    this.postFinder = postFinder;
    this.peopleFinder = peopleFinder;
    this.current = current;
  }

  private SearchIndex index() {
    SearchIndex index = opened;
    if (index != null) return index;
    SearchIndex now = current.get();
    opened = now;
    return now;
  }

  /** Posts that match what somebody typed, the newest first. */
  public List<Post> posts(ActorId viewer, String typed, PostBounds bounds) {
    PostQuery query = QueryReader.read(typed, name -> person(viewer, name));
    if (query.texts().isEmpty()
        && query.conditions().isEmpty()
        && query.from() == null
        && query.until() == null) return List.of();
    PostQuery whole = bounds.author() == null ? query : query.by(bounds.author());
    SearchIndex index = index();
    List<Post> all = new ArrayList<>();
    long below = bounds.below();
    int needed = bounds.offset() + bounds.limit();
    int most = Math.max(40, needed);
    for (int looked = 0; looked < MOST_LOOKED_AT && all.size() < needed; ) {
      List<PostId> next = postFinder.find(index, viewer, whole, bounds.above(), below, most);
      all.addAll(found.wanted(viewer, found.embedding(next, whole.embeds())));
      looked += next.size();
      if (next.size() < most) break;
      most = Math.min(most * FURTHER, MOST_LOOKED_AT - looked);
      below = next.getLast().value();
    }
    return all.subList(Math.min(bounds.offset(), all.size()), Math.min(needed, all.size()));
  }

  private Optional<ActorId> person(ActorId viewer, String name) {
    if (name.equalsIgnoreCase("me")) return Optional.of(viewer);
    String bare = name.startsWith("@") ? name.substring(1) : name;
    Optional<Actor> actor =
        Handle.parse(bare)
            .flatMap(handle -> needs.actors().byHandle(handle))
            .or(() -> needs.actors().local(bare));
    return actor.map(Actor::id);
  }

  /** People whose names begin like this, as far as this reader may find them. */
  public List<ActorId> people(
      @Nullable ActorId viewer, String typed, boolean onlyFollowed, int most) {
    long[] followed = needs.circles().of(viewer).followed();
    return peopleFinder.find(index(), typed, followed, onlyFollowed, most);
  }

  /** Tags that open posts have and that begin like this, in the form that they are compared by. */
  public List<String> tags(String beginning, int most) {
    return index()
        .search(searcher -> {
          List<String> tags = new ArrayList<>();
          var query = new PrefixQuery(new Term(Field.HASHTAG, beginning));
          var stored = searcher.storedFields();
          for (var hit : searcher.search(query, most).scoreDocs)
            tags.add(stored.document(hit.doc).get(Field.KEY).substring(1));
          return tags;
        });
  }
}
