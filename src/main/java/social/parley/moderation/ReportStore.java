package social.parley.moderation;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The table of reports, and of the posts they name. */
final class ReportStore {
  private static final String SELECT =
      """
      SELECT id, iri, reporter_id, target_id, category, comment, collections, rules, forwarded,
        created_at, updated_at, assigned_to, resolved_at, resolved_by
      FROM reports \
      """;

  record Row(
      long id,
      @Nullable Iri iri,
      ActorId reporterId,
      ActorId targetId,
      ReportCategory category,
      String comment,
      String collections,
      String rules,
      boolean forwarded,
      Instant createdAt,
      Instant updatedAt,
      @Nullable ActorId assignedTo,
      @Nullable Instant resolvedAt,
      @Nullable ActorId resolvedBy) {

    static Row of(Report report) {
      return new Row(
          report.id(),
          report.iri(),
          report.reporter(),
          report.target(),
          report.category(),
          report.comment(),
          report.collections().stream().map(Object::toString).collect(joining(",")),
          String.join(",", report.rules()),
          report.forwarded(),
          report.createdAt(),
          report.updatedAt(),
          report.assignedTo(),
          report.resolvedAt(),
          report.resolvedBy());
    }

    private static Stream<String> listed(String column) {
      return column.isEmpty() ? Stream.of() : Arrays.stream(column.split(","));
    }

    Report report(List<PostId> posts) {
      return new Report(
          id,
          iri,
          reporterId,
          targetId,
          category,
          comment,
          posts,
          listed(collections).map(Long::valueOf).toList(),
          listed(rules).toList(),
          forwarded,
          createdAt,
          updatedAt,
          assignedTo,
          resolvedAt,
          resolvedBy);
    }
  }

  record Named(long reportId, PostId postId) {}

  void insert(Tx tx, Report report) {
    tx.update(
            """
            INSERT INTO reports (id, iri, reporter_id, target_id, category, comment,
              collections, rules, forwarded, created_at, updated_at)
            VALUES (:id, :iri, :reporterId, :targetId, :category, :comment, :collections, :rules,
              :forwarded, :createdAt, :updatedAt)\
            """,
            Row.of(report))
        .execute();
    if (report.posts().isEmpty()) return;
    PreparedBatch batch =
        tx.batch(
            """
            INSERT INTO report_posts (report_id, post_id) VALUES (:report, :post)
            ON CONFLICT DO NOTHING\
            """);
    for (PostId post : report.posts()) batch.bind("report", report.id()).bind("post", post).add();
    batch.execute();
  }

  void update(Tx tx, Report report) {
    tx.update(
            """
            UPDATE reports SET category = :category, rules = :rules, updated_at = :updatedAt,
              assigned_to = :assignedTo, resolved_at = :resolvedAt, resolved_by = :resolvedBy
            WHERE id = :id\
            """,
            Row.of(report))
        .execute();
  }

  Optional<Report> byId(Reading db, long id) {
    return byIds(db, List.of(id)).stream().findFirst();
  }

  /** With the posts they name, in one statement. */
  List<Report> byIds(Reading db, Collection<Long> ids) {
    Map<Row, List<PostId>> found =
        db.query(
                """
                SELECT r.id, r.iri, r.reporter_id, r.target_id, r.category, r.comment, r.collections,
                  r.rules, r.forwarded, r.created_at, r.updated_at, r.assigned_to, r.resolved_at,
                  r.resolved_by, p.post_id
                FROM reports r LEFT JOIN report_posts p ON p.report_id = r.id
                WHERE r.id IN (<ids>) ORDER BY r.id DESC\
                """)
            .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids))
            .reduceRows(
                new LinkedHashMap<>(),
                (known, row) -> {
                  List<PostId> posts =
                      known.computeIfAbsent(row.getRow(Row.class), _ -> new ArrayList<>());
                  PostId post = row.getColumn("post_id", PostId.class);
                  if (post != null) posts.add(post);
                  return known;
                });
    return found.entrySet().stream().map(one -> one.getKey().report(one.getValue())).toList();
  }

  /** What is still to be dealt with about somebody. */
  List<Report> openAbout(Reading db, ActorId target) {
    return whole(
        db,
        db.query(SELECT + "WHERE target_id = :target AND resolved_at IS NULL ORDER BY id")
            .bind("target", target)
            .mapTo(Row.class)
            .list());
  }

  Page<Report> page(Reading db, ReportFilter filter, Cursor cursor) {
    List<String> where = new ArrayList<>();
    Map<String, Object> bound = new HashMap<>();
    if (filter.resolved() instanceof Boolean resolved)
      where.add(resolved ? "resolved_at IS NOT NULL" : "resolved_at IS NULL");
    if (filter.reporter() instanceof ActorId reporter) {
      where.add("reporter_id = :reporter");
      bound.put("reporter", reporter);
    }
    if (filter.target() instanceof ActorId target) {
      where.add("target_id = :target");
      bound.put("target", target);
    }
    Page<Row> page =
        Rows.page(db, SELECT, String.join(" AND ", where), bound, cursor, Row.class, Row::id);
    return page.with(whole(db, page.items()));
  }

  private static List<Report> whole(Reading db, List<Row> rows) {
    if (rows.isEmpty()) return List.of();
    Map<Long, List<PostId>> posts = new HashMap<>();
    db.query("SELECT report_id, post_id FROM report_posts WHERE report_id IN (<ids>)")
        .bindList(EmptyHandling.NULL_KEYWORD, "ids", rows.stream().map(Row::id).toList())
        .mapTo(Named.class)
        .forEach(named ->
            posts.computeIfAbsent(named.reportId(), _ -> new ArrayList<>()).add(named.postId()));
    return rows.stream().map(row -> row.report(posts.getOrDefault(row.id(), List.of()))).toList();
  }
}
