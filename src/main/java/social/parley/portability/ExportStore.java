package social.parley.portability;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.media.MediaFile;
import social.parley.posts.Visibility;
import social.parley.storage.Reading;

/** Everything that belongs to one person, read page by page, the latest first. */
final class ExportStore {
  private static final String HERE = " AND a.deleted_at IS NULL";

  private final String visible = new Visibility().sql("p");

  /** A row of a list, with its number for the next page. */
  interface Line {
    long id();

    List<String> cells();
  }

  private record Followed(
      long id, String username, String domain, boolean boosts, boolean notifying, String languages)
      implements Line {
    @Override
    public List<String> cells() {
      return List.of(
          username + "@" + domain,
          Boolean.toString(boosts),
          Boolean.toString(notifying),
          languages.replace(",", ", "));
    }
  }

  private record Person(long id, String username, String domain) implements Line {
    @Override
    public List<String> cells() {
      return List.of(username + "@" + domain);
    }
  }

  private record Muted(long id, String username, String domain, boolean hideNotifications)
      implements Line {
    @Override
    public List<String> cells() {
      return List.of(username + "@" + domain, Boolean.toString(hideNotifications));
    }
  }

  private record Listed(long id, String title, String username, String domain) implements Line {
    @Override
    public List<String> cells() {
      return List.of(title, username + "@" + domain);
    }
  }

  private record Named(long id, String name) implements Line {
    @Override
    public List<String> cells() {
      return List.of(name);
    }
  }

  /** How many rows each list has. */
  record Counts(
      long following,
      long followers,
      long listed,
      long blocks,
      long mutes,
      long domains,
      long bookmarks,
      long filters) {}

  Counts counts(Reading db, ActorId me, Instant now) {
    String people = " JOIN actors a ON a.id = ";
    return db.query(
            "SELECT (SELECT count(*) FROM follows f"
                + people
                + "f.followed_id WHERE f.follower_id = :me AND f.state = 'accepted'"
                + HERE
                + ") AS following, (SELECT count(*) FROM follows f"
                + people
                + "f.follower_id WHERE f.followed_id = :me AND f.state = 'accepted'"
                + HERE
                + ") AS followers, (SELECT count(*) FROM lists l"
                + " JOIN list_members m ON m.list_id = l.id"
                + people
                + "m.member_id WHERE l.owner_id = :me"
                + HERE
                + ") AS listed, (SELECT count(*) FROM blocks b"
                + people
                + "b.target_id WHERE b.actor_id = :me"
                + HERE
                + ") AS blocks, (SELECT count(*) FROM mutes m"
                + people
                + "m.target_id WHERE m.actor_id = :me AND (m.until IS NULL OR m.until > :now)"
                + HERE
                + ") AS mutes, (SELECT count(*) FROM hidden_domains WHERE actor_id = :me)"
                + " AS domains, (SELECT count(*) FROM bookmarks b JOIN posts p ON p.id = b.post_id"
                + " WHERE b.actor_id = :me AND "
                + visible
                + ") AS bookmarks, (SELECT count(*) FROM filters WHERE owner_id = :me) AS filters")
        .bind("me", me)
        .bind("viewer", me)
        .bind("now", now)
        .mapTo(Counts.class)
        .one();
  }

  List<? extends Line> following(Reading db, ActorId me, Cursor cursor) {
    return page(
        db,
        """
        SELECT f.id, a.username, a.domain, f.boosts, f.notifying, f.languages
        FROM follows f JOIN actors a ON a.id = f.followed_id
        WHERE f.follower_id = :me AND f.state = 'accepted'\
        """
            + HERE,
        "f.id",
        me,
        cursor,
        Followed.class);
  }

  List<? extends Line> followers(Reading db, ActorId me, Cursor cursor) {
    return page(
        db,
        """
        SELECT f.id, a.username, a.domain FROM follows f JOIN actors a ON a.id = f.follower_id
        WHERE f.followed_id = :me AND f.state = 'accepted'\
        """
            + HERE,
        "f.id",
        me,
        cursor,
        Person.class);
  }

  List<? extends Line> listed(Reading db, ActorId me, Cursor cursor) {
    return page(
        db,
        """
        SELECT m.id, l.title, a.username, a.domain
        FROM lists l JOIN list_members m ON m.list_id = l.id JOIN actors a ON a.id = m.member_id
        WHERE l.owner_id = :me\
        """
            + HERE,
        "m.id",
        me,
        cursor,
        Listed.class);
  }

  List<? extends Line> blocked(Reading db, ActorId me, Cursor cursor) {
    return page(
        db,
        """
        SELECT b.id, a.username, a.domain FROM blocks b JOIN actors a ON a.id = b.target_id
        WHERE b.actor_id = :me\
        """
            + HERE,
        "b.id",
        me,
        cursor,
        Person.class);
  }

  List<? extends Line> muted(Reading db, ActorId me, Instant now, Cursor cursor) {
    String sql =
        """
        SELECT m.id, a.username, a.domain, m.hide_notifications
        FROM mutes m JOIN actors a ON a.id = m.target_id
        WHERE m.actor_id = :me AND (m.until IS NULL OR m.until > :now)\
        """;
    return db.page(sql + HERE, "m.id", cursor)
        .bind("me", me)
        .bind("now", now)
        .mapTo(Muted.class)
        .list();
  }

  List<? extends Line> domains(Reading db, ActorId me, Cursor cursor) {
    String sql = "SELECT id, domain AS name FROM hidden_domains WHERE actor_id = :me";
    return page(db, sql, "id", me, cursor, Named.class);
  }

  /** The addresses of what somebody has bookmarked and may still see. */
  List<? extends Line> bookmarked(Reading db, ActorId me, Cursor cursor) {
    return posts(db, "bookmarks", me, cursor);
  }

  List<? extends Line> liked(Reading db, ActorId me, Cursor cursor) {
    return posts(db, "favourites", me, cursor);
  }

  private List<Named> posts(Reading db, String table, ActorId me, Cursor cursor) {
    String sql =
        "SELECT b.id, p.iri AS name FROM "
            + table
            + " b JOIN posts p ON p.id = b.post_id WHERE b.actor_id = :me AND "
            + visible;
    return db.page(sql, "b.id", cursor).bind("me", me).bind("viewer", me).mapTo(Named.class).list();
  }

  private static <T extends Line> List<T> page(
      Reading db, String sql, String column, ActorId me, Cursor cursor, Class<T> line) {
    return db.page(sql, column, cursor).bind("me", me).mapTo(line).list();
  }

  /** The files that the posts of somebody show, in the order in which they were made. */
  List<MediaFile> files(Reading db, ActorId me, long after, int most) {
    return db.query(
            """
            SELECT * FROM media WHERE owner_id = :me AND purpose = 'post' AND former = FALSE
              AND post_id IS NOT NULL AND remote_url IS NULL AND id > :after
            ORDER BY id LIMIT :most\
            """)
        .bind("me", me)
        .bind("after", after)
        .bind("most", most)
        .mapTo(MediaFile.class)
        .list();
  }

  /** How many posts and boosts somebody has written. */
  long posts(Reading db, ActorId me) {
    return db.query("SELECT count(*) FROM posts WHERE author_id = :me")
        .bind("me", me)
        .mapTo(long.class)
        .one();
  }

  /** How many files, and how large they are together. */
  record Files(long count, @Nullable Long bytes) {}

  Files files(Reading db, ActorId me) {
    return db.query(
            """
            SELECT count(*) AS count, SUM(bytes) AS bytes FROM media
            WHERE owner_id = :me AND purpose = 'post' AND former = FALSE
              AND post_id IS NOT NULL AND remote_url IS NULL\
            """)
        .bind("me", me)
        .mapTo(Files.class)
        .one();
  }
}
