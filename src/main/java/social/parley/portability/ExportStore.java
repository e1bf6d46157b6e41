package social.parley.portability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.media.MediaFile;
import social.parley.posts.Visibility;
import social.parley.storage.Reading;

/** Everything that belongs to one person, read page by page, the latest first. */
final class ExportStore {
  private static final String PERSON =
      " r JOIN actors a ON a.deleted_at IS NULL AND a.id = r.%s WHERE r.%s = :me";
  private static final String ADDRESS = "a.username || '@' || a.domain";

  private final String visible = new Visibility().sql("p");

  /** A row of a list, with its number for the next page. */
  record Line(long id, List<String> cells) {}

  /** What is written of each row, and which rows there are: those of a table called r. */
  private record Rows(String cells, String from) {}

  private Rows rows(ExportFile list) {
    return switch (list) {
      case FOLLOWING ->
          new Rows(
              ADDRESS
                  + flag("r.boosts")
                  + flag("r.notifying")
                  + ", REPLACE(r.languages, ',', ', ')",
              people("follows", "followed_id", "follower_id") + " AND r.state = 'accepted'");
      case FOLLOWERS ->
          new Rows(
              ADDRESS,
              people("follows", "follower_id", "followed_id") + " AND r.state = 'accepted'");
      case LISTS ->
          new Rows(
              "l.title, " + ADDRESS,
              """
              lists l JOIN list_members r ON r.list_id = l.id
              JOIN actors a ON a.deleted_at IS NULL AND a.id = r.member_id
              WHERE l.owner_id = :me\
              """);
      case BLOCKS -> new Rows(ADDRESS, people("blocks", "target_id", "actor_id"));
      case MUTES ->
          new Rows(
              ADDRESS + flag("r.hide_notifications"),
              people("mutes", "target_id", "actor_id")
                  + " AND (r.until IS NULL OR r.until > :now)");
      case DOMAINS -> new Rows("r.domain", "hidden_domains r WHERE r.actor_id = :me");
      case BOOKMARKS -> posts("bookmarks");
      case FILTERS -> new Rows("r.title", "filters r WHERE r.owner_id = :me");
    };
  }

  private static String people(String table, String them, String me) {
    return table + PERSON.formatted(them, me);
  }

  private static String flag(String column) {
    return ", CASE WHEN " + column + " THEN 'true' ELSE 'false' END";
  }

  /** The addresses of what somebody has marked and may still see. */
  private Rows posts(String table) {
    return new Rows(
        "p.iri",
        table + " r JOIN posts p ON p.id = r.post_id WHERE r.actor_id = :me AND " + visible);
  }

  private record Count(ExportFile list, long count) {}

  /** How many rows each list has. */
  Map<ExportFile, Long> counts(Reading db, ActorId me, Instant now) {
    String all =
        Arrays.stream(ExportFile.values())
            .map(list ->
                "SELECT '" + word(list) + "' AS list, count(*) AS count FROM " + rows(list).from())
            .collect(Collectors.joining(" UNION ALL "));
    return bound(db.query(all), me, now)
        .mapTo(Count.class)
        .collect(Collectors.toMap(Count::list, Count::count));
  }

  /** As the database writes it. */
  private static String word(ExportFile list) {
    return list.name().toLowerCase(Locale.ROOT);
  }

  List<Line> page(Reading db, ExportFile list, ActorId me, Instant now, Cursor cursor) {
    return page(db, rows(list), me, now, cursor);
  }

  List<Line> liked(Reading db, ActorId me, Instant now, Cursor cursor) {
    return page(db, posts("favourites"), me, now, cursor);
  }

  private static List<Line> page(Reading db, Rows rows, ActorId me, Instant now, Cursor cursor) {
    String sql = "SELECT r.id, " + rows.cells() + " FROM " + rows.from();
    return bound(db.page(sql, "r.id", cursor), me, now).map((found, _) -> line(found)).list();
  }

  /** Not every list asks for the time, or for who may see a post. */
  private static Query bound(Query query, ActorId me, Instant now) {
    return query
        .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
        .bind("me", me)
        .bind("viewer", me)
        .bind("now", now);
  }

  private static Line line(ResultSet found) throws SQLException {
    List<String> cells = new ArrayList<>();
    for (int column = 2; column <= found.getMetaData().getColumnCount(); column++)
      cells.add(found.getString(column));
    return new Line(found.getLong(1), cells);
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
