package social.parley.notifications;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.storage.Reading;

/** Reads lists of notifications, one by one or in groups, and counts them. */
final class NotificationLists {
  private static final String THERE =
      """
       AND NOT EXISTS (SELECT 1 FROM actors s WHERE s.id = @.actor_id
        AND (s.deleted_at IS NOT NULL OR s.standing = 'suspended'))\
      """;

  private final ActorId me;
  private final NotificationFilter filter;

  NotificationLists(ActorId me, NotificationFilter filter) {
    this.me = me;
    this.filter = filter;
  }

  /** One notification's place in its group. */
  record Member(String groupKey, ActorId actorId, long total, @Nullable Long oldest) {}

  /** A notification's row and who caused it. */
  record Cause(long id, ActorId actorId) {}

  /** The conditions that a row of this alias must meet. */
  private String wanted(String alias) {
    String conditions =
        "@.recipient_id = :me"
            + (filter.withFiltered() ? "" : " AND @.filtered = FALSE")
            + (filter.from() == null ? "" : " AND @.actor_id = :from")
            + THERE;
    return conditions.replace("@", alias);
  }

  private Query query(Reading db, String sql) {
    Query query = db.query(sql).bind("me", me);
    return filter.from() == null ? query : query.bind("from", filter.from());
  }

  /** The condition on the type of a row, if there is any. */
  private String typed(String alias) {
    return filter.wantsEveryType() ? "" : " AND " + alias + ".type IN (<types>)";
  }

  private Query typed(Reading db, String sql) {
    Query query = query(db, sql);
    return filter.wantsEveryType()
        ? query
        : query.bindList(EmptyHandling.NULL_KEYWORD, "types", words(filter.wanted()));
  }

  private static List<String> words(Collection<NotificationType> types) {
    return types.stream().map(type -> type.name().toLowerCase(Locale.ROOT)).toList();
  }

  List<Notification> page(Reading db, Cursor cursor) {
    return heads(db, Set.of(), cursor);
  }

  /** Of each group the latest, of everything else all. */
  List<Notification> heads(Reading db, Set<NotificationType> grouped, Cursor cursor) {
    Query query =
        typed(
                db,
                "SELECT "
                    + NotificationStore.COLUMNS
                    + " FROM notifications n WHERE "
                    + wanted("n")
                    + typed("n")
                    + " AND n.id < :below AND n.id > :above"
                    + newest(grouped)
                    + " ORDER BY n.id "
                    + (cursor.ascending() ? "ASC" : "DESC")
                    + " LIMIT :limit")
            .bind("below", cursor.below())
            .bind("above", cursor.above())
            .bind("limit", cursor.limit());
    return grouped(query, grouped).mapTo(Notification.class).list();
  }

  private static Query grouped(Query query, Set<NotificationType> types) {
    return types.isEmpty() ? query : query.bindList("grouped", words(types));
  }

  /** No newer row of the same group, where its type is shown in groups. */
  private String newest(Set<NotificationType> grouped) {
    if (grouped.isEmpty()) return "";
    return " AND NOT (n.group_key IS NOT NULL AND n.type IN (<grouped>)"
        + " AND EXISTS (SELECT 1 FROM notifications g WHERE "
        + wanted("g")
        + " AND g.group_key = n.group_key AND g.id > n.id))";
  }

  /** Fills the groups of these heads, in their order, with one statement. */
  List<NotificationGroup> groups(
      Reading db, List<Notification> heads, Set<NotificationType> grouped, @Nullable Long floor) {
    List<String> keys = new ArrayList<>();
    for (Notification head : heads)
      if (head.groupKey() != null && grouped.contains(head.type())) keys.add(head.groupKey());
    Map<String, List<Member>> members = members(db, keys, floor);
    return heads.stream()
        .map(head -> {
          List<Member> all =
              grouped.contains(head.type())
                  ? members.getOrDefault(head.key(), List.of())
                  : List.of();
          Long own = floor == null ? null : Long.valueOf(head.id());
          if (all.isEmpty())
            return new NotificationGroup(
                GroupKeys.ALONE + head.id(), head, 1, List.of(head.actorId()), own);
          Member first = all.getFirst();
          return new NotificationGroup(
              head.key(),
              head,
              first.total(),
              all.stream().map(Member::actorId).toList(),
              floor == null ? null : first.oldest());
        })
        .toList();
  }

  private Map<String, List<Member>> members(Reading db, List<String> keys, @Nullable Long floor) {
    Map<String, List<Member>> members = new HashMap<>();
    if (keys.isEmpty()) return members;
    List<Member> rows =
        query(
                db,
                """
                SELECT group_key, actor_id, total, oldest FROM (
                  SELECT n.group_key, n.actor_id,
                    row_number() OVER (PARTITION BY n.group_key ORDER BY n.id DESC) AS place,
                    count(*) OVER (PARTITION BY n.group_key) AS total,
                    min(CASE WHEN n.id >= :floor THEN n.id END)
                      OVER (PARTITION BY n.group_key) AS oldest
                  FROM notifications n WHERE n.group_key IN (<keys>) AND \
                """
                    + wanted("n")
                    + ") members WHERE place <= :sample ORDER BY group_key, place")
            .bind("floor", floor == null ? 0 : floor)
            .bind("sample", NotificationGroup.SAMPLE)
            .bindList("keys", keys)
            .mapTo(Member.class)
            .list();
    for (Member one : rows)
      members.computeIfAbsent(one.groupKey(), _ -> new ArrayList<>()).add(one);
    return members;
  }

  Optional<Notification> head(Reading db, String key) {
    return query(
            db,
            "SELECT "
                + NotificationStore.COLUMNS
                + " FROM notifications n WHERE n.group_key = :key AND "
                + wanted("n")
                + " ORDER BY n.id DESC LIMIT 1")
        .bind("key", key)
        .mapTo(Notification.class)
        .findOne();
  }

  /** Who is in a group, by the rows of what they did. */
  Map<Long, ActorId> causes(Reading db, String key, Cursor cursor) {
    Map<Long, ActorId> causes = new LinkedHashMap<>();
    for (Cause one :
        query(
                db,
                "SELECT n.id, n.actor_id FROM notifications n WHERE n.group_key = :key AND "
                    + wanted("n")
                    + " AND n.id < :below AND n.id > :above ORDER BY n.id "
                    + (cursor.ascending() ? "ASC" : "DESC")
                    + " LIMIT :limit")
            .bind("key", key)
            .bind("below", cursor.below())
            .bind("above", cursor.above())
            .bind("limit", cursor.limit())
            .mapTo(Cause.class)
            .list()) causes.put(one.id(), one.actorId());
    return causes;
  }

  /**
   * How many are newer than an id and not seen, groups as one, counted no further than the limit.
   */
  long count(Reading db, Set<NotificationType> grouped, long above, int limit) {
    Query query =
        typed(
                db,
                "SELECT count(*) FROM (SELECT 1 FROM notifications n WHERE "
                    + wanted("n")
                    + typed("n")
                    + " AND n.id > :above AND n.seen = FALSE"
                    + newest(grouped)
                    + " LIMIT :limit) newer")
            .bind("above", above)
            .bind("limit", limit);
    return grouped(query, grouped).mapTo(long.class).one();
  }
}
