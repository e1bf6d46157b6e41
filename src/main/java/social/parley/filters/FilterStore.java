package social.parley.filters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code filters}, {@code filter_keywords} and {@code filter_posts}. */
final class FilterStore {
  private static final int CHUNK = 1000;

  record Row(
      long id,
      ActorId ownerId,
      String title,
      String contexts,
      FilterAction action,
      @Nullable Instant expiresAt) {
    static Row of(Filter filter) {
      String contexts =
          new TreeSet<>(filter.contexts())
              .stream()
                  .map(context -> context.name().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(","));
      return new Row(
          filter.id(),
          filter.owner(),
          filter.title(),
          contexts,
          filter.action(),
          filter.expiresAt());
    }

    private Filter filter(List<FilterKeyword> keywords, List<FilteredPost> posts) {
      Set<FilterContext> where =
          Arrays.stream(contexts.split(","))
              .map(name -> FilterContext.valueOf(name.toUpperCase(Locale.ROOT)))
              .collect(Collectors.toSet());
      return new Filter(id, ownerId, title, where, action, expiresAt, keywords, posts);
    }
  }

  /** A filter, or one of its words or posts. */
  private enum Kind {
    FILTER,
    WORD,
    POST
  }

  private record Part(
      Kind kind,
      long filterId,
      long id,
      ActorId ownerId,
      String text,
      String contexts,
      FilterAction action,
      @Nullable Instant expiresAt,
      boolean wholeWord,
      @Nullable PostId postId) {
    private Row row() {
      return new Row(id, ownerId, text, contexts, action, expiresAt);
    }
  }

  /** With one statement, as every list that is read waits for it. */
  List<Filter> of(Reading db, ActorId owner) {
    List<Row> rows = new ArrayList<>();
    Map<Long, List<FilterKeyword>> keywords = new HashMap<>();
    Map<Long, List<FilteredPost>> posts = new HashMap<>();
    for (Part part : parts(db, owner))
      switch (part.kind()) {
        case FILTER -> rows.add(part.row());
        case WORD ->
            keywords
                .computeIfAbsent(part.filterId(), _ -> new ArrayList<>())
                .add(new FilterKeyword(part.id(), part.filterId(), part.text(), part.wholeWord()));
        case POST -> {
          if (part.postId() != null)
            posts
                .computeIfAbsent(part.filterId(), _ -> new ArrayList<>())
                .add(new FilteredPost(part.id(), part.filterId(), part.postId()));
        }
      }
    return filled(rows, keywords, posts);
  }

  private static List<Part> parts(Reading db, ActorId owner) {
    return db.query(
            """
            SELECT 'filter' AS kind, id AS filter_id, id, owner_id, title AS text, contexts, action,
              expires_at, FALSE AS whole_word, CAST(NULL AS BIGINT) AS post_id
              FROM filters WHERE owner_id = :owner
            UNION ALL SELECT 'word', f.id, k.id, f.owner_id, k.keyword, f.contexts, f.action,
              f.expires_at, k.whole_word, NULL
              FROM filters f JOIN filter_keywords k ON k.filter_id = f.id WHERE f.owner_id = :owner
            UNION ALL SELECT 'post', f.id, p.id, f.owner_id, '', f.contexts, f.action,
              f.expires_at, FALSE, p.post_id
              FROM filters f JOIN filter_posts p ON p.filter_id = f.id WHERE f.owner_id = :owner
            ORDER BY id\
            """)
        .bind("owner", owner)
        .mapTo(Part.class)
        .list();
  }

  Set<ActorId> ownersAmong(Reading db, Collection<ActorId> people) {
    Set<ActorId> owners = new HashSet<>();
    List<ActorId> all = List.copyOf(people);
    for (int from = 0; from < all.size(); from += CHUNK)
      owners.addAll(
          db.query("SELECT DISTINCT owner_id FROM filters WHERE owner_id IN (<people>)")
              .bindList("people", all.subList(from, Math.min(all.size(), from + CHUNK)))
              .mapTo(ActorId.class)
              .list());
    return owners;
  }

  Optional<Filter> find(Reading db, ActorId owner, long id) {
    List<Row> row =
        db.query("SELECT * FROM filters WHERE owner_id = :owner AND id = :id")
            .bind("owner", owner)
            .bind("id", id)
            .mapTo(Row.class)
            .list();
    return filled(db, row).stream().findFirst();
  }

  private static List<Filter> filled(Reading db, List<Row> rows) {
    if (rows.isEmpty()) return List.of();
    List<Long> ids = rows.stream().map(Row::id).toList();
    return filled(
        rows,
        children(db, "filter_keywords", ids, FilterKeyword.class).stream()
            .collect(Collectors.groupingBy(FilterKeyword::filterId)),
        children(db, "filter_posts", ids, FilteredPost.class).stream()
            .collect(Collectors.groupingBy(FilteredPost::filterId)));
  }

  private static List<Filter> filled(
      List<Row> rows,
      Map<Long, List<FilterKeyword>> keywords,
      Map<Long, List<FilteredPost>> posts) {
    return rows.stream()
        .map(row ->
            row.filter(
                keywords.getOrDefault(row.id(), List.of()),
                posts.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private static <T> List<T> children(
      Reading db, String table, Collection<Long> filters, Class<T> kind) {
    return db.query("SELECT * FROM " + table + " WHERE filter_id IN (<filters>) ORDER BY id")
        .bindList(EmptyHandling.NULL_KEYWORD, "filters", List.copyOf(filters))
        .mapTo(kind)
        .list();
  }

  void insert(Tx tx, Filter filter) {
    tx.update(
            """
            INSERT INTO filters (id, owner_id, title, contexts, action, expires_at)
            VALUES (:id, :ownerId, :title, :contexts, :action, :expiresAt)\
            """,
            Row.of(filter))
        .execute();
  }

  void update(Tx tx, Filter filter) {
    tx.update(
            """
            UPDATE filters SET title = :title, contexts = :contexts, action = :action,
              expires_at = :expiresAt WHERE id = :id\
            """,
            Row.of(filter))
        .execute();
  }

  void delete(Tx tx, long id) {
    tx.update("DELETE FROM filters WHERE id = :id").bind("id", id).execute();
  }

  void deleteAll(Tx tx, ActorId owner) {
    tx.update("DELETE FROM filters WHERE owner_id = :owner").bind("owner", owner).execute();
  }

  Optional<FilterKeyword> keyword(Reading db, ActorId owner, long id) {
    return child(db, "filter_keywords", owner, id, FilterKeyword.class);
  }

  Optional<FilteredPost> post(Reading db, ActorId owner, long id) {
    return child(db, "filter_posts", owner, id, FilteredPost.class);
  }

  private static <T> Optional<T> child(
      Reading db, String table, ActorId owner, long id, Class<T> kind) {
    return db.query(
            "SELECT c.* FROM "
                + table
                + " c JOIN filters f ON f.id = c.filter_id WHERE c.id = :id AND f.owner_id ="
                + " :owner")
        .bind("id", id)
        .bind("owner", owner)
        .mapTo(kind)
        .findOne();
  }

  void insert(Tx tx, FilterKeyword keyword) {
    tx.update(
            """
            INSERT INTO filter_keywords (id, filter_id, keyword, whole_word)
            VALUES (:id, :filterId, :keyword, :wholeWord)\
            """,
            keyword)
        .execute();
  }

  void update(Tx tx, FilterKeyword keyword) {
    tx.update(
            """
            UPDATE filter_keywords SET keyword = :keyword, whole_word = :wholeWord
            WHERE id = :id\
            """,
            keyword)
        .execute();
  }

  void deleteKeyword(Tx tx, long id) {
    tx.update("DELETE FROM filter_keywords WHERE id = :id").bind("id", id).execute();
  }

  /** False when the filter holds the post already. */
  boolean insert(Tx tx, FilteredPost post) {
    return tx.update(
                """
                INSERT INTO filter_posts (id, filter_id, post_id) VALUES (:id, :filterId, :postId)
                ON CONFLICT DO NOTHING\
                """,
                post)
            .execute()
        == 1;
  }

  void deletePost(Tx tx, long id) {
    tx.update("DELETE FROM filter_posts WHERE id = :id").bind("id", id).execute();
  }

  /** How many filters, keywords and single posts somebody has, all together. */
  int size(Reading db, ActorId owner) {
    return db.query(
            """
            SELECT (SELECT count(*) FROM filters WHERE owner_id = :owner)
              + (SELECT count(*) FROM filter_keywords k JOIN filters f ON f.id = k.filter_id
                WHERE f.owner_id = :owner)
              + (SELECT count(*) FROM filter_posts p JOIN filters f ON f.id = p.filter_id
                WHERE f.owner_id = :owner)\
            """)
        .bind("owner", owner)
        .mapTo(int.class)
        .one();
  }
}
