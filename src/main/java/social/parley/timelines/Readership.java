package social.parley.timelines;

import java.util.Locale;

/** Rows that make people readers of a post, and where the post then stands. */
enum Readership {
  /** Those who follow its author have it on their homes. */
  FOLLOWERS(
      "follows WHERE followed_id = :author AND state = 'accepted' AND follower_local = TRUE",
      """
      INSERT INTO home_entries (actor_id, post_id) SELECT f.follower_id, :post FROM follows f
      WHERE f.followed_id = :author AND f.state = 'accepted' AND f.follower_local = TRUE
        AND f.id > :after AND f.id <= :last\
      """),

  /** Its author is on lists. */
  LISTS(
      "list_members WHERE member_id = :author",
      """
      INSERT INTO list_entries (list_id, post_id) SELECT m.list_id, :post
      FROM list_members m JOIN lists l ON l.id = m.list_id
      WHERE m.member_id = :author AND m.id > :after AND m.id <= :last\
      """),

  /** Those who follow one of its hashtags have it on their homes. */
  TAG(
      "tag_follows WHERE tag = :tag",
      """
      INSERT INTO home_entries (actor_id, post_id) SELECT t.actor_id, :post FROM tag_follows t
      WHERE t.tag = :tag AND t.id > :after AND t.id <= :last
        AND NOT EXISTS (SELECT 1 FROM blocks k WHERE k.actor_id = :author
          AND k.target_id = t.actor_id)
        AND EXISTS (SELECT 1 FROM actors a WHERE a.id = :author AND a.standing = 'ok')\
      """);

  /** Posts of the members of somebody's exclusive lists stay off that home. */
  static final String NOT_EXCLUSIVE =
      """
       AND NOT EXISTS (SELECT 1 FROM list_members xm JOIN lists xl ON xl.id = xm.list_id
          WHERE xm.member_id = :author AND xm.owner_id = #reader AND xl.exclusive)
      """;

  /** What a list's choice of replies says of an answer to this person. */
  static final String SHOWS_ANSWERS =
      """
      (#to = l.owner_id OR (l.replies = 'followed' AND EXISTS (SELECT 1 FROM follows g
          WHERE g.follower_id = l.owner_id AND g.followed_id = #to AND g.state = 'accepted'))
        OR (l.replies = 'list' AND EXISTS (SELECT 1 FROM list_members o
          WHERE o.list_id = l.id AND o.member_id = #to)))\
      """;

  private static final String FOLLOW_WANTS =
      """
       AND (NOT :isBoost OR f.boosts)
        AND (f.languages = '' OR :language = '' OR (',' || f.languages || ',') LIKE :inLanguages)
      """;

  private static final String OWNER_FOLLOWS =
      """
       AND (m.owner_id = :author OR EXISTS (SELECT 1 FROM follows f
          WHERE f.follower_id = m.owner_id AND f.followed_id = :author AND f.state = 'accepted'\
      """;

  private static final String NOT_REPEATED =
      """
       AND NOT EXISTS (SELECT 1 FROM posts q JOIN #entries e
            ON e.post_id = q.id AND e.#of = #reader
          WHERE (q.id = :boosted OR q.boost_of = :boosted) AND q.id > :recent)
      """;

  private static final String KNOWS_OTHER_SIDE =
      """
       AND (f.follower_id = :repliedTo OR EXISTS (SELECT 1 FROM follows g
          WHERE g.follower_id = f.follower_id AND g.followed_id = :repliedTo
            AND g.state = 'accepted'))
      """;

  private final String rows;
  private final String insert;

  Readership(String rows, String insert) {
    this.rows = rows;
    this.insert = insert;
  }

  /** How far the next rows go after one, and how many there are. */
  String chunk() {
    return "SELECT '"
        + name().toLowerCase(Locale.ROOT)
        + "' AS readership, coalesce(max(id), 0) AS last, count(*) AS number FROM (SELECT id FROM "
        + rows
        + " AND id > :after ORDER BY id LIMIT :limit) chunk";
  }

  /** Gives a post to those of these readers who want it and may read it; returns who they are. */
  String insert(Delivery delivery) {
    boolean answers = delivery.answersOther();
    return insert
        + switch (this) {
          case FOLLOWERS ->
              FOLLOW_WANTS
                  + delivery.reaches("f.follower_id")
                  + NOT_EXCLUSIVE.replace("#reader", "f.follower_id")
                  + notRepeated(delivery, "home_entries", "actor_id", "f.follower_id")
                  + (answers ? KNOWS_OTHER_SIDE : "");
          case LISTS ->
              OWNER_FOLLOWS
                  + FOLLOW_WANTS
                  + "))"
                  + delivery.reaches("m.owner_id")
                  + notRepeated(delivery, "list_entries", "list_id", "m.list_id")
                  + (answers ? " AND " + SHOWS_ANSWERS.replace("#to", ":repliedTo") : "");
          case TAG ->
              delivery.reaches("t.actor_id") + NOT_EXCLUSIVE.replace("#reader", "t.actor_id");
        }
        + " ON CONFLICT DO NOTHING RETURNING "
        + switch (this) {
          case FOLLOWERS, TAG -> "actor_id";
          case LISTS -> "list_id";
        };
  }

  private static String notRepeated(Delivery delivery, String entries, String of, String reader) {
    if (delivery.boosted() == null) return "";
    return NOT_REPEATED.replace("#entries", entries).replace("#of", of).replace("#reader", reader);
  }
}
