package social.parley.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Ids;
import social.parley.core.PostId;
import social.parley.search.PostQuery.Condition;
import social.parley.search.PostQuery.Place;
import social.parley.search.PostQuery.Wanted;

/** Turns a query for posts into one of the index; the newest posts come first. */
final class PostFinder {
  private final Texts texts = Texts.forQueries();

  /** Ids of posts above one id and below another, newest first. */
  List<PostId> find(
      SearchIndex index, ActorId viewer, PostQuery query, long above, long below, int most) {
    Query wanted = query(viewer, query, above, below);
    return index.search(searcher -> {
      var collector = new TopFieldCollectorManager(SearchIndex.ORDER, most, most);
      List<PostId> found = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(wanted, collector).scoreDocs)
        found.add(new PostId(id(searcher, hit)));
      return found;
    });
  }

  private static long id(IndexSearcher searcher, ScoreDoc hit) throws IOException {
    if (hit instanceof FieldDoc sorted && sorted.fields[0] instanceof Long id) return id;
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
    NumericDocValues values = leaf.reader().getNumericDocValues(Field.ID);
    values.advanceExact(hit.doc - leaf.docBase);
    return values.longValue();
  }

  private Query query(ActorId viewer, PostQuery query, long above, long below) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(scope(viewer, query.place()), Occur.FILTER);
    for (Wanted text : query.texts()) {
      Query one = words(text.text());
      if (one != null) all.add(one, text.excluded() ? Occur.MUST_NOT : Occur.FILTER);
    }
    for (Condition condition : query.conditions())
      if (!isEmbed(condition) || !condition.excluded())
        all.add(condition(viewer, condition), condition.excluded() ? Occur.MUST_NOT : Occur.FILTER);
    long from = Math.max(above + 1, floor(query.from(), 0));
    long until = Math.min(below - 1, floor(query.until(), Long.MAX_VALUE) - 1);
    if (from > 0 || until < Long.MAX_VALUE - 2)
      all.add(
          from > until ? new MatchNoDocsQuery() : LongPoint.newRangeQuery(Field.ID, from, until),
          Occur.FILTER);
    return all.build();
  }

  private static long floor(@Nullable Instant time, long otherwise) {
    return time == null ? otherwise : Ids.floor(time);
  }

  private static Query scope(ActorId viewer, Place place) {
    Query open = new TermQuery(new Term(Field.OPEN, Field.YES));
    Query own = LongPoint.newExactQuery(Field.READER, viewer.value());
    return switch (place) {
      case PUBLIC -> open;
      case LIBRARY -> own;
      case ALL -> new BooleanQuery.Builder().add(open, Occur.SHOULD).add(own, Occur.SHOULD).build();
    };
  }

  /** A text of several terms is a phrase; one without any asks for nothing. */
  private @Nullable Query words(String text) {
    List<Texts.Term> terms = texts.terms(text);
    if (terms.isEmpty()) return null;
    if (terms.size() == 1) return new TermQuery(new Term(Field.TEXT, terms.getFirst().text()));
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    int place = -1;
    for (Texts.Term term : terms) {
      place += term.step();
      phrase.add(new Term(Field.TEXT, term.text()), Math.max(place, 0));
    }
    return phrase.build();
  }

  private static Query condition(ActorId viewer, Condition condition) {
    return switch (condition) {
      case Condition.By by ->
          by.author() == null
              ? new MatchNoDocsQuery()
              : LongPoint.newExactQuery(Field.AUTHOR, by.author().value());
      case Condition.Has has ->
          new TermQuery(new Term(Field.HAS, isEmbed(has) ? "link" : has.part()));
      case Condition.Is is -> quality(viewer, is.quality());
      case Condition.Language language -> new TermQuery(new Term(Field.LANGUAGE, language.code()));
      case Condition.Tagged tagged -> new TermQuery(new Term(Field.TAG, tagged.tag()));
    };
  }

  private static boolean isEmbed(Condition condition) {
    return condition instanceof Condition.Has has && has.part().equals(PostQuery.EMBED);
  }

  /** Of what one did oneself, and of the post itself. */
  private static Query quality(ActorId viewer, String quality) {
    return switch (quality) {
      case "boost", "boosted", "reblog" -> LongPoint.newExactQuery(Field.BOOSTED, viewer.value());
      case "favourite", "favourited", "liked" ->
          LongPoint.newExactQuery(Field.FAVOURITED, viewer.value());
      case "bookmark", "bookmarked" -> LongPoint.newExactQuery(Field.BOOKMARKED, viewer.value());
      default -> new TermQuery(new Term(Field.IS, quality));
    };
  }
}
