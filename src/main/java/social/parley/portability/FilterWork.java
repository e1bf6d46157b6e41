package social.parley.portability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.filters.Filter;
import social.parley.filters.FilterChange;
import social.parley.filters.FilterChange.Expiry;
import social.parley.filters.FilterChange.Word;
import social.parley.filters.FilterKeyword;
import social.parley.filters.FilteredPost;
import social.parley.filters.Filters;

/** Makes filters of the rows that people bring, or adds to those that they have already. */
final class FilterWork {
  /** Why a post cannot be held. */
  static final String MISSING = "The filter that it belongs to is not there";

  private final Filters filters;

  FilterWork(Filters filters) {
    this.filters = filters;
  }

  /** Overwriting leaves nothing of a filter that the file has not; its posts follow in rows. */
  void bring(ActorId me, FilterRow row, boolean overwrite) {
    List<Filter> there = same(me, row.key());
    if (there.isEmpty()) {
      var unused =
          filters.create(
              me,
              new FilterChange(
                  row.title(),
                  row.contexts(),
                  row.action(),
                  new Expiry(row.expiresAt()),
                  List.copyOf(row.words())));
      return;
    }
    Filter first = there.getFirst();
    FilterRow all =
        overwrite ? row : FilterRow.joined(List.of(row, FilterRow.of(first, List.of())));
    change(me, first, all.words(), all.expiresAt());
    if (!overwrite) return;
    for (FilteredPost post : first.posts()) {
      var unused = filters.removePost(me, post.id());
    }
    for (Filter other : there.subList(1, there.size())) filters.delete(me, other.id());
  }

  private List<Filter> same(ActorId me, String key) {
    return filters.of(me).stream()
        .filter(one -> FilterRow.of(one, List.of()).key().equals(key))
        .toList();
  }

  private void change(ActorId me, Filter filter, Set<Word.Added> wanted, @Nullable Instant end) {
    List<Word> words = new ArrayList<>();
    for (FilterKeyword word : filter.keywords())
      if (!wanted.contains(new Word.Added(word.keyword(), word.wholeWord())))
        words.add(new Word.Removed(word.id()));
    Set<Word.Added> there = FilterRow.words(filter);
    for (Word.Added word : wanted) if (!there.contains(word)) words.add(word);
    var unused =
        filters.update(me, filter.id(), new FilterChange(null, null, null, new Expiry(end), words));
  }

  /** Lets the filter with this key hold a post by itself. */
  void hold(ActorId me, String key, PostId post) {
    Filter filter =
        same(me, key).stream().findFirst().orElseThrow(() -> new Refused.Conflict(MISSING));
    var unused = filters.addPost(me, filter.id(), post);
  }
}
