package social.parley.timelines;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.PostId;
import social.parley.follows.Unwanted;
import social.parley.posts.Visibility;
import social.parley.storage.Padded;
import social.parley.storage.Reading;

/** Pages of post ids: index scans by id that stop at the limit. */
final class TimelineStore {
  private static final int MOST_BOOSTS = 1000;

  private final Visibility visibility;

  TimelineStore(Visibility visibility) {
    this.visibility = visibility;
  }

  List<PostId> everyone(Reading db, Unwanted unwanted, PublicFilter filter, Cursor cursor) {
    return page(
        db,
        "p.id",
        "FROM posts p JOIN actors a ON a.id = p.author_id WHERE p.reach = 'public' AND p.boost_of"
            + " IS NULL AND (p.in_reply_to_iri IS NULL OR p.in_reply_to_author = p.author_id) AND"
            + " a.standing = 'ok'"
            + narrowed(filter)
            + unwanted.and("p.author_id"),
        unwanted,
        Map.of(),
        cursor);
  }

  /** Boosts by people whom somebody follows and whose boosts they want to see. */
  List<PostId> boosts(
      Reading db, ActorId me, Unwanted unwanted, Collection<PostId> of, long above) {
    return unwanted
        .bind(
            db.query(
                    """
                    SELECT b.id FROM posts b JOIN follows f ON f.followed_id = b.author_id
                    WHERE b.boost_of IN (<of>) AND b.id > :above AND f.follower_id = :me
                      AND f.state = 'accepted' AND f.boosts = TRUE\
                    """
                        + unwanted.and("b.author_id")
                        + " ORDER BY b.id LIMIT "
                        + MOST_BOOSTS)
                .bind("me", me)
                .bind("above", above)
                .bindList("of", Padded.of(of)))
        .mapTo(PostId.class)
        .list();
  }

  List<PostId> tagged(Reading db, Unwanted unwanted, TagFilter filter, Cursor cursor) {
    Map<String, Object> bound = new LinkedHashMap<>();
    StringBuilder sql = new StringBuilder(tagged(bound, filter.any()));
    sql.append(" AND p.reach = 'public' AND p.boost_of IS NULL AND a.standing = 'ok'")
        .append(narrowed(filter.where()))
        .append(unwanted.and("p.author_id"));
    for (int i = 0; i < filter.all().size(); i++) {
      bound.put("all" + i, filter.all().get(i));
      sql.append(
          " AND EXISTS (SELECT 1 FROM post_tags t WHERE t.post_id = p.id AND t.tag = :all"
              + i
              + ")");
    }
    if (!filter.none().isEmpty())
      sql.append(" AND NOT EXISTS (SELECT 1 FROM post_tags t WHERE t.post_id = p.id AND t.tag IN (")
          .append(names(bound, "none", filter.none()))
          .append("))");
    String id = filter.any().size() == 1 ? "g.post_id" : "p.id";
    return page(db, id, sql.toString(), unwanted, bound, cursor);
  }

  /** One tag is walked in its own index, in the order of the page; several are gathered first. */
  private static String tagged(Map<String, Object> bound, List<String> any) {
    String names = names(bound, "any", any);
    return any.size() == 1
        ? "FROM post_tags g CROSS JOIN posts p JOIN actors a ON a.id = p.author_id"
            + " WHERE p.id = g.post_id AND g.tag = "
            + names
        : "FROM posts p JOIN actors a ON a.id = p.author_id"
            + " WHERE p.id IN (SELECT t.post_id FROM post_tags t WHERE t.tag IN ("
            + names
            + "))";
  }

  private static String names(Map<String, Object> bound, String prefix, List<String> values) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      bound.put(prefix + i, values.get(i));
      names.append(i == 0 ? ":" : ", :").append(prefix).append(i);
    }
    return names.toString();
  }

  /** With a viewer only what they may see; without one all there is, from the index alone. */
  List<PostId> of(
      Reading db,
      @Nullable ActorId viewer,
      Unwanted unwanted,
      ActorId author,
      AccountFilter filter,
      Cursor cursor) {
    Map<String, Object> bound = new LinkedHashMap<>();
    bound.put("author", author);
    // A community pins what others have written.
    StringBuilder sql =
        new StringBuilder(
            filter.pinned()
                ? "FROM posts p WHERE p.id IN"
                    + " (SELECT i.post_id FROM pins i WHERE i.actor_id = :author)"
                : "FROM posts p WHERE p.author_id = :author");
    if (viewer != null) {
      bound.put("viewer", viewer);
      sql.append(" AND ").append(visibility.sql("p"));
    }
    if (filter.onlyMedia()) sql.append(" AND p.has_media");
    if (filter.excludeReplies())
      sql.append(" AND (p.in_reply_to_iri IS NULL OR p.in_reply_to_author = p.author_id)");
    if (filter.excludeBoosts()) sql.append(" AND p.boost_of IS NULL");
    else sql.append(boostsWanted(unwanted));
    if (filter.excludeLetters()) sql.append(" AND p.reach <> 'mentioned'");
    String tag = filter.tagged();
    if (tag != null) {
      bound.put("tag", tag);
      sql.append(" AND EXISTS (SELECT 1 FROM post_tags t WHERE t.post_id = p.id AND t.tag = :tag)");
    }
    return page(db, "p.id", sql.toString(), unwanted, bound, cursor);
  }

  /** Even one's friends' boosts of those whom one does not want to read are left out. */
  private static String boostsWanted(Unwanted unwanted) {
    String wanted = unwanted.and("bo.author_id");
    return wanted.isEmpty()
        ? ""
        : " AND (p.boost_of IS NULL OR EXISTS (SELECT 1 FROM posts bo WHERE bo.id = p.boost_of"
            + wanted
            + "))";
  }

  private static String narrowed(PublicFilter filter) {
    return (filter.local() ? " AND p.local" : "")
        + (filter.remote() ? " AND NOT p.local" : "")
        + (filter.onlyMedia() ? " AND p.has_media" : "");
  }

  private static List<PostId> page(
      Reading db,
      String id,
      String sql,
      Unwanted unwanted,
      Map<String, Object> bound,
      Cursor cursor) {
    Query query =
        db.query(
                "SELECT "
                    + id
                    + " "
                    + sql
                    + " AND %1$s < :below AND %1$s > :above ORDER BY %1$s ".formatted(id)
                    + (cursor.ascending() ? "ASC" : "DESC")
                    + " LIMIT "
                    + cursor.limit())
            .bind("below", cursor.below())
            .bind("above", cursor.above());
    bound.forEach(query::bind);
    return unwanted.bind(query).mapTo(PostId.class).list();
  }
}
