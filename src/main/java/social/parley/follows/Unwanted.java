package social.parley.follows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import social.parley.core.ActorId;

/**
 * Whom a reader does not want to meet in lists of posts: the same people as {@link Wanted} leaves
 * out, but named in the query as long as they are few, so that nothing is looked up for each row.
 */
public final class Unwanted {
  public static final Unwanted NOBODY =
      new Unwanted(new ActorId(-1), Instant.EPOCH, List.of(), List.of());

  private static final int MOST_NAMED = 256;

  private final ActorId reader;
  private final Instant now;
  private final List<ActorId> actors;
  private final List<String> domains;

  Unwanted(ActorId reader, Instant now, List<ActorId> actors, List<String> domains) {
    this.reader = reader;
    this.now = now;
    this.actors = actors;
    this.domains = domains;
  }

  /** A condition on a column that holds an author, with AND before it; empty if all are wanted. */
  public String and(String author) {
    if (many()) return " AND " + Wanted.sql(":reader", author);
    String sql = actors.isEmpty() ? "" : " AND " + author + " NOT IN (<unwanted>)";
    if (domains.isEmpty()) return sql;
    return sql
        + " AND NOT EXISTS (SELECT 1 FROM actors ua WHERE ua.id = "
        + author
        + " AND ua.domain IN (<hidden>))";
  }

  /** Gives a query with such conditions what they ask for. */
  public Query bind(Query query) {
    if (many()) return query.bind("reader", reader).bind("now", now);
    if (!actors.isEmpty()) query.bindList("unwanted", padded(actors));
    if (!domains.isEmpty()) query.bindList("hidden", padded(domains));
    return query;
  }

  /** True if the reader wants to meet everybody. */
  public boolean isNobody() {
    return actors.isEmpty() && domains.isEmpty();
  }

  /** True if it is certain without a query that the reader wants to meet all of these. */
  public boolean spares(Set<ActorId> authors) {
    return domains.isEmpty() && Collections.disjoint(actors, authors);
  }

  private boolean many() {
    return actors.size() + domains.size() > MOST_NAMED;
  }

  /** Few lengths make few statements to prepare. */
  private static <T> List<T> padded(List<T> values) {
    List<T> padded = new ArrayList<>(values);
    int length = Math.max(4, Integer.highestOneBit(Math.max(1, values.size() - 1)) * 2);
    while (padded.size() < length) padded.add(values.getLast());
    return padded;
  }
}
