package social.parley.announcements;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The tables of announcements. */
final class NoticeStore {
  private record Row(
      long id,
      String source,
      String html,
      String mentions,
      String posts,
      String tags,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      boolean allDay,
      @Nullable Instant dueAt,
      @Nullable Instant publishedAt,
      Instant updatedAt) {

    static Row of(Notice notice) {
      return new Row(
          notice.id(),
          notice.source(),
          notice.html(),
          joined(notice.mentions()),
          joined(notice.posts()),
          joined(notice.tags()),
          notice.startsAt(),
          notice.endsAt(),
          notice.allDay(),
          notice.dueAt(),
          notice.publishedAt(),
          notice.updatedAt());
    }

    Notice notice() {
      return new Notice(
          id,
          source,
          html,
          parted(mentions).stream().map(ActorId::parse).toList(),
          parted(posts).stream().map(PostId::parse).toList(),
          parted(tags),
          startsAt,
          endsAt,
          allDay,
          dueAt,
          publishedAt,
          updatedAt);
    }

    private static String joined(List<?> values) {
      return String.join(",", values.stream().map(Object::toString).toList());
    }

    private static List<String> parted(String values) {
      return values.isEmpty() ? List.of() : Arrays.asList(values.split(","));
    }
  }

  private record Counted(long announcementId, String name, long people, long mine, long first) {
    NoticeReaction reaction() {
      return new NoticeReaction(name, people, mine > 0);
    }
  }

  void insert(Tx tx, Notice notice) {
    tx.update(
            """
            INSERT INTO announcements (id, source, html, mentions, posts, tags, starts_at, ends_at,
              all_day, due_at, published_at, updated_at)
            VALUES (:id, :source, :html, :mentions, :posts, :tags, :startsAt, :endsAt,
              :allDay, :dueAt, :publishedAt, :updatedAt)\
            """,
            Row.of(notice))
        .execute();
  }

  void update(Tx tx, Notice notice) {
    tx.update(
            """
            UPDATE announcements SET source = :source, html = :html, mentions = :mentions,
              posts = :posts, tags = :tags, starts_at = :startsAt, ends_at = :endsAt,
              all_day = :allDay, due_at = :dueAt, published_at = :publishedAt,
              updated_at = :updatedAt
            WHERE id = :id\
            """,
            Row.of(notice))
        .execute();
  }

  boolean delete(Tx tx, long id) {
    return tx.update("DELETE FROM announcements WHERE id = :id").bind("id", id).execute() == 1;
  }

  Optional<Notice> find(Reading db, long id) {
    return db.query("SELECT * FROM announcements WHERE id = :id")
        .bind("id", id)
        .mapTo(Row.class)
        .findOne()
        .map(Row::notice);
  }

  /** The oldest first. */
  List<Notice> all(Reading db) {
    return db.query("SELECT * FROM announcements ORDER BY id").mapTo(Row.class).stream()
        .map(Row::notice)
        .toList();
  }

  void read(Tx tx, long id, ActorId reader) {
    tx.update(
            """
            INSERT INTO announcement_reads (announcement_id, actor_id) VALUES (:id, :reader)
            ON CONFLICT DO NOTHING\
            """)
        .bind("id", id)
        .bind("reader", reader)
        .execute();
  }

  Set<Long> readBy(Reading db, ActorId reader) {
    return new HashSet<>(
        db.query("SELECT announcement_id FROM announcement_reads WHERE actor_id = :reader")
            .bind("reader", reader)
            .mapTo(Long.class)
            .list());
  }

  boolean react(Tx tx, long row, long id, ActorId actor, String name) {
    return tx.update(
                """
                INSERT INTO announcement_reactions (id, announcement_id, actor_id, name)
                VALUES (:row, :id, :actor, :name) ON CONFLICT DO NOTHING\
                """)
            .bind("row", row)
            .bind("id", id)
            .bind("actor", actor)
            .bind("name", name)
            .execute()
        == 1;
  }

  boolean unreact(Tx tx, long id, ActorId actor, String name) {
    return tx.update(
                """
                DELETE FROM announcement_reactions
                WHERE announcement_id = :id AND actor_id = :actor AND name = :name\
                """)
            .bind("id", id)
            .bind("actor", actor)
            .bind("name", name)
            .execute()
        == 1;
  }

  /** With one statement; the emoji that came first stands first. */
  Map<Long, List<NoticeReaction>> reactions(Reading db, ActorId reader, Collection<Long> ids) {
    Map<Long, List<NoticeReaction>> reactions = new HashMap<>();
    db.query(
            """
            SELECT announcement_id, name, COUNT(*) AS people, MIN(id) AS first,
              SUM(CASE WHEN actor_id = :reader THEN 1 ELSE 0 END) AS mine
            FROM announcement_reactions WHERE announcement_id IN (<ids>)
            GROUP BY announcement_id, name ORDER BY first\
            """)
        .bind("reader", reader)
        .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids))
        .mapTo(Counted.class)
        .forEach(row ->
            reactions
                .computeIfAbsent(row.announcementId(), _ -> new ArrayList<>())
                .add(row.reaction()));
    return reactions;
  }
}
