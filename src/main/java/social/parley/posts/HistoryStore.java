package social.parley.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import social.parley.media.MediaFile;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** What posts looked like before their edits; a post never edited has no row. */
final class HistoryStore {
  /** A row of {@code post_edits}. */
  record Row(
      Instant writtenAt,
      String html,
      String warning,
      boolean sensitive,
      @Nullable String emoji,
      @Nullable String media,
      @Nullable String options,
      @Nullable Iri quote) {
    private PostVersion version() {
      return new PostVersion(
          writtenAt,
          html,
          warning,
          sensitive,
          PostColumns.emoji(emoji),
          PostColumns.files(media),
          PostColumns.strings(options),
          quote);
    }
  }

  /** Keeps how the post looks now, before it is changed. */
  void keep(Tx tx, Post post, @Nullable Poll poll, List<MediaFile> files) {
    PostVersion version = current(post, poll, files);
    tx.update(
            """
            INSERT INTO post_edits
              (post_id, written_at, html, warning, sensitive, emoji, media, options, quote)
            VALUES
              (:post, :writtenAt, :html, :warning, :sensitive, :emoji, :media, :options, :quote)
            ON CONFLICT DO NOTHING\
            """)
        .bind("post", post.id())
        .bind("writtenAt", version.writtenAt())
        .bind("html", version.html())
        .bind("warning", version.warning())
        .bind("sensitive", version.sensitive())
        .bind("emoji", PostColumns.emoji(version.emoji()))
        .bind("media", PostColumns.files(version.media()))
        .bind("options", PostColumns.strings(version.options()))
        .bind("quote", version.quote())
        .execute();
  }

  /** All versions, the present one last. */
  List<PostVersion> of(Reading db, Post post, @Nullable Poll poll, List<MediaFile> files) {
    List<PostVersion> versions = new ArrayList<>();
    if (post.editedAt() != null)
      db.query(
              """
              SELECT written_at, html, warning, sensitive, emoji, media, options, quote
              FROM post_edits WHERE post_id = :post ORDER BY written_at\
              """)
          .bind("post", post.id())
          .mapTo(Row.class)
          .forEach(row -> versions.add(row.version()));
    versions.add(current(post, poll, files));
    return versions;
  }

  private static PostVersion current(Post post, @Nullable Poll poll, List<MediaFile> files) {
    return new PostVersion(
        post.editedAt() == null ? post.publishedAt() : post.editedAt(),
        post.html(),
        post.warning(),
        post.sensitive(),
        post.emoji(),
        files.stream().map(one -> new PostVersion.File(one.id(), one.description())).toList(),
        poll == null ? List.of() : poll.options().stream().map(Poll.Option::title).toList(),
        post.quote() == null ? null : post.quote().iri());
  }
}
