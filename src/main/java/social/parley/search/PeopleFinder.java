package social.parley.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import social.parley.core.ActorId;

/**
 * Finds people by the beginnings of their names, with a slip of the finger forgiven, and by words
 * of their bios; those whom the reader follows come first, then those whom many follow.
 */
final class PeopleFinder {
  private static final int FORGIVING = 4;

  /** Every term becomes several clauses, of which a query has room for only so many. */
  private static final int MOST_TERMS = 8;

  private final Texts texts = Texts.forQueries();

  List<ActorId> find(
      SearchIndex index, String text, long[] followed, boolean onlyFollowed, int most) {
    List<Texts.Term> terms = texts.terms(text).stream().limit(MOST_TERMS).toList();
    if (terms.isEmpty()) return List.of();
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Texts.Term term : terms) all.add(named(term.text()), Occur.MUST);
    Query known = LongPoint.newSetQuery(Field.ID, followed);
    if (onlyFollowed) all.add(known, Occur.FILTER);
    else {
      Query open = new TermQuery(new Term(Field.OPEN, Field.YES));
      all.add(
          new BooleanQuery.Builder().add(open, Occur.SHOULD).add(known, Occur.SHOULD).build(),
          Occur.FILTER);
      all.add(new BoostQuery(new ConstantScoreQuery(known), 10), Occur.SHOULD);
    }
    all.add(FeatureField.newLogQuery(Field.RANK, "followers", 0.5f, 1), Occur.SHOULD);
    Query query = all.build();
    return index.search(searcher -> {
      StoredFields stored = searcher.storedFields();
      List<ActorId> found = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query, most).scoreDocs)
        found.add(
            new ActorId(Long.parseLong(stored.document(hit.doc).get(Field.KEY).substring(1))));
      return found;
    });
  }

  private static Query named(String term) {
    Term name = new Term(Field.NAME, term);
    BooleanQuery.Builder any =
        new BooleanQuery.Builder()
            .add(new BoostQuery(new ConstantScoreQuery(new TermQuery(name)), 6), Occur.SHOULD)
            .add(new BoostQuery(new ConstantScoreQuery(new PrefixQuery(name)), 3), Occur.SHOULD)
            .add(new ConstantScoreQuery(new TermQuery(new Term(Field.BIO, term))), Occur.SHOULD);
    if (term.codePointCount(0, term.length()) >= FORGIVING)
      any.add(new ConstantScoreQuery(new FuzzyQuery(name, 1, 1)), Occur.SHOULD);
    return any.build();
  }
}
