package social.parley.posts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.text.TextFormat;

/** Reads a row of {@code posts}. */
final class PostRows implements RowMapper<Post> {
  static final PostRows MAPPER = new PostRows();

  private PostRows() {}

  @Override
  public Post map(ResultSet row, StatementContext context) throws SQLException {
    PostKind kind = PostKind.valueOf(upper(row, "kind"));
    String format = row.getString("source_format");
    return new Post(
        new PostId(row.getLong("id")),
        new Iri(row.getString("iri")),
        row.getString("url"),
        new ActorId(row.getLong("author_id")),
        row.getBoolean("local"),
        kind,
        Reach.valueOf(upper(row, "reach")),
        row.getString("html"),
        row.getString("source"),
        format == null ? null : TextFormat.of(format),
        row.getString("warning"),
        row.getBoolean("sensitive"),
        row.getString("language"),
        Instant.ofEpochMilli(row.getLong("published_at")),
        instant(row, "edited_at"),
        post(row, "in_reply_to"),
        actor(row, "in_reply_to_author"),
        iri(row, "in_reply_to_iri"),
        post(row, "thread_root"),
        iri(row, "context"),
        post(row, "boost_of"),
        row.getLong("replies"),
        row.getLong("boosts"),
        row.getLong("favourites"),
        row.getLong("dislikes"),
        row.getLong("quotes"),
        ContentColumn.read(kind, row.getString("details")),
        PostColumns.mentions(row.getString("mentions")),
        PostColumns.strings(row.getString("tags")),
        PostColumns.emoji(row.getString("emoji")),
        PostColumns.media(row.getString("media")),
        program(row),
        quote(row),
        PolicyColumn.read(row.getString("policy")),
        row.getBoolean("local_only"),
        row.getBoolean("held"),
        iri(row, "authorized_by"),
        actor(row, "community"),
        row.getBoolean("locked"));
  }

  private static @Nullable Program program(ResultSet row) throws SQLException {
    String name = row.getString("application");
    return name == null ? null : new Program(name, row.getString("application_url"));
  }

  private static @Nullable Quote quote(ResultSet row) throws SQLException {
    Iri quoted = iri(row, "quote_iri");
    if (quoted == null) return null;
    return new Quote(
        quoted,
        post(row, "quote_of"),
        actor(row, "quote_author"),
        Quote.State.valueOf(upper(row, "quote_state")),
        iri(row, "quote_authorization"),
        iri(row, "quote_request"),
        row.getBoolean("quote_legacy"));
  }

  private static String upper(ResultSet row, String column) throws SQLException {
    return row.getString(column).toUpperCase(Locale.ROOT);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(value);
  }

  private static @Nullable PostId post(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : new PostId(value);
  }

  private static @Nullable ActorId actor(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : new ActorId(value);
  }

  private static @Nullable Iri iri(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? null : new Iri(value);
  }
}
