package social.parley.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Page;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The rows of {@code lists} and {@code list_members}. */
final class ListStore {
  private static final String COLUMNS = "l.id, l.owner_id, l.title, l.replies, l.exclusive";

  private record Member(long id, ActorId memberId) {}

  void insert(Tx tx, PersonalList list, Instant now) {
    tx.update(
            """
            INSERT INTO lists (id, owner_id, title, replies, exclusive, created_at)
            VALUES (:id, :ownerId, :title, :replies, :exclusive, :now)\
            """,
            list)
        .bind("now", now)
        .execute();
  }

  void update(Tx tx, PersonalList list) {
    tx.update(
            """
            UPDATE lists SET title = :title, replies = :replies, exclusive = :exclusive
            WHERE id = :id\
            """,
            list)
        .execute();
  }

  void delete(Tx tx, ListId id) {
    tx.update("DELETE FROM list_members WHERE list_id = :id").bind("id", id).execute();
    tx.update("DELETE FROM lists WHERE id = :id").bind("id", id).execute();
  }

  Optional<PersonalList> find(Reading db, ListId id) {
    return db.query("SELECT " + COLUMNS + " FROM lists l WHERE l.id = :id")
        .bind("id", id)
        .mapTo(PersonalList.class)
        .findOne();
  }

  List<PersonalList> of(Reading db, ActorId owner) {
    return db.query("SELECT " + COLUMNS + " FROM lists l WHERE l.owner_id = :owner ORDER BY l.id")
        .bind("owner", owner)
        .mapTo(PersonalList.class)
        .list();
  }

  /** Somebody's lists that hold a member. */
  List<PersonalList> holding(Reading db, ActorId owner, ActorId member) {
    return db.query(
            "SELECT "
                + COLUMNS
                + """
                 FROM list_members m JOIN lists l ON l.id = m.list_id
                WHERE m.member_id = :member AND m.owner_id = :owner ORDER BY l.id\
                """)
        .bind("owner", owner)
        .bind("member", member)
        .mapTo(PersonalList.class)
        .list();
  }

  /** False when the member is on it already. */
  boolean join(Tx tx, long id, PersonalList list, ActorId member) {
    return tx.update(
                """
                INSERT INTO list_members (id, list_id, owner_id, member_id)
                VALUES (:id, :list, :owner, :member) ON CONFLICT DO NOTHING\
                """)
            .bind("id", id)
            .bind("list", list.id())
            .bind("owner", list.ownerId())
            .bind("member", member)
            .execute()
        == 1;
  }

  /** False when the member is not on it. */
  boolean leave(Tx tx, ListId list, ActorId member) {
    return tx.update("DELETE FROM list_members WHERE list_id = :list AND member_id = :member")
            .bind("list", list)
            .bind("member", member)
            .execute()
        == 1;
  }

  Page<ActorId> members(Reading db, ListId list, Cursor cursor) {
    List<Member> rows =
        db.page("SELECT id, member_id FROM list_members WHERE list_id = :list", "id", cursor)
            .bind("list", list)
            .mapTo(Member.class)
            .list();
    return Page.of(rows, cursor, Member::id).map(Member::memberId);
  }
}
