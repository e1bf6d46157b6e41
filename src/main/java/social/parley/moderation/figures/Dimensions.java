package social.parley.moderation.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import social.parley.storage.Database;
import social.parley.storage.Dialect;
import social.parley.storage.Reading;

/** Divides wholes into their parts, the largest first. */
public final class Dimensions {
  private final Database database;
  private final String version;

  public Dimensions(Database database, String version) {
    this.database = database;
    this.version = version;
  }

  private record Part(String key, long value) {}

  /** One division; the subject is the hashtag, or the domain of the other server. */
  public List<Share> divide(Dimension dimension, Span span, String subject, int most) {
    return database.read(db ->
        switch (dimension) {
          case SPACE_USAGE -> space(db);
          case SOFTWARE_VERSIONS -> versions(db);
          case LANGUAGES, TAG_LANGUAGES, INSTANCE_LANGUAGES ->
              shares(db, sql(dimension), span, subject, most, Dimensions::language);
          case SOURCES, SERVERS, TAG_SERVERS, INSTANCE_ACCOUNTS ->
              shares(db, sql(dimension), span, subject, most, name -> name);
        });
  }

  private static String sql(Dimension dimension) {
    return switch (dimension) {
      case LANGUAGES ->
          """
          SELECT u.locale AS key, count(*) AS value FROM accounts u
          WHERE u.id IN (SELECT account FROM account_days WHERE day >= :first AND day <= :last)
          GROUP BY u.locale\
          """;
      case SOURCES ->
          """
          SELECT coalesce(o.name, 'web') AS key, count(*) AS value FROM accounts u
          LEFT JOIN oauth_applications o ON o.id = u.sign_up_application
          WHERE u.id >= :from AND u.id < :to AND u.email_key IS NOT NULL
          GROUP BY coalesce(o.name, 'web')\
          """;
      case SERVERS ->
          """
          SELECT a.domain AS key, count(*) AS value FROM posts p JOIN actors a ON a.id = p.author_id
          WHERE p.id >= :from AND p.id < :to GROUP BY a.domain\
          """;
      case TAG_SERVERS ->
          """
          SELECT a.domain AS key, CAST(sum(u.uses) AS BIGINT) AS value FROM tag_uses u
          JOIN actors a ON a.id = u.actor_id
          WHERE u.tag = :subject AND u.day >= :first AND u.day <= :last GROUP BY a.domain\
          """;
      case TAG_LANGUAGES ->
          """
          SELECT p.language AS key, count(*) AS value FROM post_tags t
          JOIN posts p ON p.id = t.post_id
          WHERE t.tag = :subject AND p.language IS NOT NULL AND p.id >= :from AND p.id < :to
          GROUP BY p.language\
          """;
      case INSTANCE_ACCOUNTS ->
          """
          SELECT a.username AS key, coalesce(c.followers, 0) AS value FROM actors a
          LEFT JOIN actor_counts c ON c.actor_id = a.id
          WHERE a.domain = :subject AND a.deleted_at IS NULL\
          """;
      case INSTANCE_LANGUAGES ->
          """
          SELECT p.language AS key, count(*) AS value FROM actors a
          JOIN posts p ON p.author_id = a.id
          WHERE a.domain = :subject AND p.language IS NOT NULL AND p.id >= :from AND p.id < :to
          GROUP BY p.language\
          """;
      case SPACE_USAGE, SOFTWARE_VERSIONS -> throw new IllegalArgumentException(dimension.name());
    };
  }

  private static List<Share> shares(
      Reading db, String sql, Span span, String subject, int most, UnaryOperator<String> name) {
    return db
        .query(
            "SELECT s.key, s.value FROM (" + sql + ") s ORDER BY s.value DESC, s.key LIMIT :most")
        .bind("from", span.fromId())
        .bind("to", span.toId())
        .bind("first", span.first().toEpochDay())
        .bind("last", span.last().toEpochDay())
        .bind("subject", subject)
        .bind("most", most)
        .mapTo(Part.class)
        .list()
        .stream()
        .map(part -> new Share(part.key(), name.apply(part.key()), Long.toString(part.value())))
        .toList();
  }

  private static String language(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
  }

  private static List<Share> space(Reading db) {
    String size =
        switch (db.dialect()) {
          case SQLITE ->
              "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
          case POSTGRES -> "SELECT pg_database_size(current_database())";
        };
    List<Share> shares = new ArrayList<>();
    shares.add(new Share(key(db.dialect()), product(db.dialect()), number(db, size)));
    shares.add(
        new Share(
            "media",
            "Files of people here",
            number(
                db,
                """
                SELECT CAST(coalesce(sum(bytes), 0) AS BIGINT) FROM media WHERE remote_url IS NULL\
                """)));
    shares.add(
        new Share(
            "media_cache",
            "Copies of files of other servers",
            number(db, "SELECT CAST(coalesce(sum(bytes), 0) AS BIGINT) FROM media_cache")));
    return shares;
  }

  private static String number(Reading db, String sql) {
    return Long.toString(db.query(sql).mapTo(long.class).one());
  }

  private List<Share> versions(Reading db) {
    String sql =
        switch (db.dialect()) {
          case SQLITE -> "SELECT sqlite_version()";
          case POSTGRES -> "SELECT current_setting('server_version')";
        };
    String database = db.query(sql).mapTo(String.class).one();
    return List.of(
        new Share("parley", "Parley", version),
        new Share("java", "Java", Runtime.version().toString()),
        new Share(key(db.dialect()), product(db.dialect()), database));
  }

  private static String key(Dialect dialect) {
    return switch (dialect) {
      case SQLITE -> "sqlite";
      case POSTGRES -> "postgresql";
    };
  }

  private static String product(Dialect dialect) {
    return switch (dialect) {
      case SQLITE -> "SQLite";
      case POSTGRES -> "PostgreSQL";
    };
  }
}
