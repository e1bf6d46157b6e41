package social.parley.bench;

import java.util.List;

/** SQL that makes many posts of few; {@code n.k} is the number of a set of copies. */
final class Copies {
  static final String SETS =
      "WITH RECURSIVE n (k) AS (SELECT :to UNION ALL SELECT k - 1 FROM n WHERE k > :from) ";

  private static final String POSTS =
      """
      INSERT INTO posts (id, iri, url, author_id, local, kind, reach, html, source, source_format,
        warning, sensitive, language, published_at, edited_at, in_reply_to, in_reply_to_author,
        in_reply_to_iri, thread_root, context, boost_of, replies, boosts, favourites, mentions,
        tags, emoji, media, has_media, application, details)
      SELECT id - n.k * :step, iri || '/' || n.k, url, author_id, local, kind, reach, html, source,
        source_format, warning, sensitive, language, published_at - ((n.k * :step) >> 16), edited_at,
        in_reply_to - n.k * :step, in_reply_to_author, in_reply_to_iri || '/' || n.k,
        thread_root - n.k * :step, context, boost_of - n.k * :step, replies, boosts, favourites,
        mentions, tags, emoji, media, has_media, application, details
      FROM n CROSS JOIN posts p WHERE p.id > :first\
      """;

  private static final String MEDIA =
      """
      INSERT INTO media (id, owner_id, purpose, kind, media_type, blob_key, preview_key, remote_url,
        description, focus_x, focus_y, blurhash, width, height, preview_width, preview_height,
        bytes, post_id, position, state, created_at)
      SELECT m.id - n.k * :step, owner_id, purpose, m.kind, media_type, blob_key || '-' || n.k,
        preview_key || '-' || n.k, remote_url, description, focus_x, focus_y, blurhash, width,
        height, preview_width, preview_height, bytes, post_id - n.k * :step, position, state,
        created_at
      FROM n CROSS JOIN posts p JOIN media m ON m.post_id = p.id WHERE p.id > :first\
      """;

  private static final String POLLS =
      """
      INSERT INTO polls (post_id, multiple, hide_totals, expires_at, ended, voters, update_due)
      SELECT post_id - n.k * :step, multiple, hide_totals, expires_at, ended, voters, FALSE
      FROM n CROSS JOIN polls WHERE post_id > :first\
      """;

  private static final String OPTIONS =
      """
      INSERT INTO poll_options (post_id, position, title, votes)
      SELECT post_id - n.k * :step, position, title, votes
      FROM n CROSS JOIN poll_options WHERE post_id > :first\
      """;

  private static final String TAGS =
      """
      INSERT INTO post_tags (tag, post_id) SELECT tag, post_id - n.k * :step
      FROM n CROSS JOIN posts p JOIN post_tags t ON t.post_id = p.id WHERE p.id > :first\
      """;

  private static final String MENTIONS =
      """
      INSERT INTO post_mentions (actor_id, post_id, named, addressed)
      SELECT actor_id, post_id - n.k * :step, named, addressed
      FROM n CROSS JOIN posts p JOIN post_mentions m ON m.post_id = p.id WHERE p.id > :first\
      """;

  static final List<String> ALL = List.of(POSTS, MEDIA, POLLS, OPTIONS, TAGS, MENTIONS);

  private static final String HOME =
      """
      INSERT INTO home_entries (actor_id, post_id)
      SELECT :local, p.id FROM posts p
      JOIN follows f ON f.follower_id = :local AND f.followed_id = p.author_id
      WHERE ((:last - p.id) / :step) % :spacing = 0 AND :number >= 0
      ORDER BY p.id DESC LIMIT :most
      ON CONFLICT DO NOTHING\
      """;

  private static final String FAVOURITES =
      """
      INSERT INTO favourites (id, actor_id, post_id, iri, created_at)
      SELECT post_id + 7 * :number, :local, post_id, 'https://example.org/likes/' || post_id || '/'
        || :number, 0
      FROM home_entries WHERE actor_id = :local AND post_id % 7 = :number % 7
        AND :last > 0 AND :step > 0 AND :spacing > 0 AND :most > 0\
      """;

  private static final String BOOKMARKS =
      """
      INSERT INTO bookmarks (id, actor_id, post_id, created_at)
      SELECT post_id + 11 * :number, :local, post_id, 0
      FROM home_entries WHERE actor_id = :local AND post_id % 11 = :number % 11
        AND :last > 0 AND :step > 0 AND :spacing > 0 AND :most > 0\
      """;

  static final List<String> OWN = List.of(HOME, FAVOURITES, BOOKMARKS);

  private Copies() {}
}
