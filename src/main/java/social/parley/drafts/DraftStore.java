package social.parley.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.parley.core.ActorId;
import social.parley.storage.Reading;
import social.parley.storage.Tx;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code drafts}. */
final class DraftStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  record Row(long id, ActorId authorId, String name, String content, Instant savedAt) {
    SavedDraft draft() {
      return new SavedDraft(
          id, authorId, name, JSON.readValue(content, DraftContent.class), savedAt);
    }
  }

  static String text(DraftContent content) {
    return JSON.writeValueAsString(content);
  }

  /** In place of what was saved under the name before, which keeps its row. */
  void save(Tx tx, long id, ActorId author, String name, String content, Instant now) {
    tx.update(
            """
            INSERT INTO drafts (id, author_id, name, content, saved_at)
            VALUES (:id, :author, :name, :content, :now)
            ON CONFLICT (author_id, name)
            DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at\
            """)
        .bind("id", id)
        .bind("author", author)
        .bind("name", name)
        .bind("content", content)
        .bind("now", now)
        .execute();
  }

  /** The latest first. */
  List<SavedDraft> of(Reading db, ActorId author, int most) {
    return db.query(
            """
            SELECT id, author_id, name, content, saved_at FROM drafts WHERE author_id = :author
            ORDER BY saved_at DESC, id DESC LIMIT :most\
            """)
        .bind("author", author)
        .bind("most", most)
        .mapTo(Row.class)
        .map(Row::draft)
        .list();
  }

  Optional<SavedDraft> find(Reading db, ActorId author, long id) {
    return db.query(
            """
            SELECT id, author_id, name, content, saved_at FROM drafts
            WHERE id = :id AND author_id = :author\
            """)
        .bind("id", id)
        .bind("author", author)
        .mapTo(Row.class)
        .findOne()
        .map(Row::draft);
  }

  Optional<SavedDraft> find(Reading db, ActorId author, String name) {
    return db.query(
            """
            SELECT id, author_id, name, content, saved_at FROM drafts
            WHERE author_id = :author AND name = :name\
            """)
        .bind("author", author)
        .bind("name", name)
        .mapTo(Row.class)
        .findOne()
        .map(Row::draft);
  }

  long count(Reading db, ActorId author) {
    return db.query("SELECT count(*) FROM drafts WHERE author_id = :author")
        .bind("author", author)
        .mapTo(Long.class)
        .one();
  }

  int delete(Tx tx, ActorId author, long id) {
    return tx.update("DELETE FROM drafts WHERE id = :id AND author_id = :author")
        .bind("id", id)
        .bind("author", author)
        .execute();
  }

  void delete(Tx tx, ActorId author, String name) {
    tx.update("DELETE FROM drafts WHERE author_id = :author AND name = :name")
        .bind("author", author)
        .bind("name", name)
        .execute();
  }

  void deleteAll(Tx tx, ActorId author) {
    tx.update("DELETE FROM drafts WHERE author_id = :author").bind("author", author).execute();
  }
}
