package social.parley.actors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Actors as rows: columns are read by position, because actors are read more than anything. */
final class ActorRows implements RowMapper<Actor> {
  static final ActorRows MAPPER = new ActorRows();

  /** In the order of the record's components. */
  static final String COLUMNS =
      """
      a.id, a.iri, a.kind, a.username, a.domain, a.local, a.display_name, a.bio_html,
      a.bio_source, a.fields, a.url, a.inbox, a.shared_inbox, a.outbox, a.followers, a.following,
      a.featured, a.featured_tags, a.avatar, a.avatar_description, a.header, a.header_description, a.locked, a.bot,
      a.discoverable, a.indexable, a.hide_collections, a.memorial, a.show_media,
      a.show_media_replies, a.show_featured, a.also_known_as, a.moved_to,
      a.emoji, c.followers, c.following, c.posts, c.last_post_at, a.created_at, a.fetched_at,
      a.standing, a.deleted_at\
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<FieldRow>> FIELDS = new TypeReference<>() {};
  private static final TypeReference<List<EmojiRow>> EMOJI = new TypeReference<>() {};
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private ActorRows() {}

  private record FieldRow(String name, String html, String source, @Nullable Long verifiedAt) {}

  private record EmojiRow(String shortcode, String url, @Nullable String iri) {}

  @Override
  public Actor map(ResultSet row, StatementContext context) throws SQLException {
    Columns next = new Columns(row);
    return new Actor(
        new ActorId(next.number()),
        new Iri(next.text()),
        ActorKind.valueOf(next.text().toUpperCase(Locale.ROOT)),
        next.text(),
        next.text(),
        next.flag(),
        next.text(),
        next.text(),
        next.text(),
        fields(next.text()),
        next.text(),
        new Iri(next.text()),
        next.iri(),
        next.iri(),
        next.iri(),
        next.iri(),
        next.iri(),
        next.iri(),
        next.iri(),
        next.text(),
        next.iri(),
        next.text(),
        next.flag(),
        next.flag(),
        next.flag(),
        next.flag(),
        next.flag(),
        next.flag(),
        new ProfileTabs(next.flag(), next.flag(), next.flag()),
        iris(next.text()),
        next.actor(),
        emoji(next.text()),
        next.number(),
        next.number(),
        next.number(),
        next.time(),
        Instant.ofEpochMilli(next.number()),
        next.time(),
        Standing.valueOf(next.text().toUpperCase(Locale.ROOT)),
        next.time());
  }

  static String fields(List<ProfileField> fields) {
    return JSON.writeValueAsString(
        fields.stream()
            .map(f -> new FieldRow(f.name(), f.html(), f.source(), millis(f.verifiedAt())))
            .toList());
  }

  private static List<ProfileField> fields(String json) {
    if (json.equals("[]")) return List.of();
    return JSON.readValue(json, FIELDS).stream()
        .map(f -> new ProfileField(f.name(), f.html(), f.source(), instant(f.verifiedAt())))
        .toList();
  }

  static String emoji(List<CustomEmoji> emoji) {
    return JSON.writeValueAsString(
        emoji.stream()
            .map(e ->
                new EmojiRow(
                    e.shortcode(), e.url().value(), e.iri() == null ? null : e.iri().value()))
            .toList());
  }

  private static List<CustomEmoji> emoji(String json) {
    if (json.equals("[]")) return List.of();
    return JSON.readValue(json, EMOJI).stream()
        .map(e ->
            new CustomEmoji(
                e.shortcode(), new Iri(e.url()), e.iri() == null ? null : new Iri(e.iri())))
        .toList();
  }

  static String iris(List<Iri> iris) {
    return JSON.writeValueAsString(iris.stream().map(Iri::value).toList());
  }

  private static List<Iri> iris(String json) {
    if (json.equals("[]")) return List.of();
    return JSON.readValue(json, TEXTS).stream().map(Iri::new).toList();
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  /** Walks along the columns of one row. */
  private static final class Columns {
    private final ResultSet row;
    private int position;

    Columns(ResultSet row) {
      this.row = row;
    }

    String text() throws SQLException {
      return row.getString(++position);
    }

    long number() throws SQLException {
      return row.getLong(++position);
    }

    boolean flag() throws SQLException {
      return row.getBoolean(++position);
    }

    @Nullable Iri iri() throws SQLException {
      String value = row.getString(++position);
      return value == null ? null : new Iri(value);
    }

    @Nullable ActorId actor() throws SQLException {
      long value = row.getLong(++position);
      return row.wasNull() ? null : new ActorId(value);
    }

    @Nullable Instant time() throws SQLException {
      long value = row.getLong(++position);
      return row.wasNull() ? null : Instant.ofEpochMilli(value);
    }
  }
}
