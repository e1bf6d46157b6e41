package social.parley.actors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Actors and their counters in the database. */
final class ActorStore {
  private static final int CHUNK = 500;
  private static final String SELECT =
      "SELECT "
          + ActorRows.COLUMNS
          + " FROM actors a LEFT JOIN actor_counts c ON c.actor_id = a.id WHERE ";

  List<Actor> byIds(Reading db, Collection<ActorId> ids) {
    return inChunks(db, "a.id IN (<some>)", ids);
  }

  List<Actor> byIris(Reading db, Collection<Iri> iris) {
    return inChunks(db, "a.iri IN (<some>)", iris);
  }

  private static List<Actor> inChunks(Reading db, String condition, Collection<?> some) {
    List<?> all = List.copyOf(some);
    if (all.size() == 1) {
      // The usual case keeps one prepared statement.
      String one = condition.replace("IN (<some>)", "= :one");
      return db.query(SELECT + one).bind("one", all.getFirst()).map(ActorRows.MAPPER).list();
    }
    List<Actor> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i += CHUNK)
      found.addAll(
          db.query(SELECT + condition)
              .bindList(
                  EmptyHandling.NULL_KEYWORD,
                  "some",
                  all.subList(i, Math.min(all.size(), i + CHUNK)))
              .map(ActorRows.MAPPER)
              .list());
    return found;
  }

  /** Of several with the same handle, the one that is still there, people before groups. */
  Optional<Actor> byHandle(Reading db, Handle handle) {
    return db.query(
            SELECT
                + """
                a.handle_key = :key
                ORDER BY CASE WHEN a.deleted_at IS NULL THEN 0 ELSE 1 END,
                         CASE WHEN a.kind = 'group' THEN 1 ELSE 0 END, a.id DESC
                LIMIT 1\
                """)
        .bind("key", key(handle.user(), handle.domain()))
        .map(ActorRows.MAPPER)
        .findOne();
  }

  Optional<Actor> byUrl(Reading db, String url) {
    return db.query(SELECT + "a.url = :url AND a.deleted_at IS NULL ORDER BY a.id LIMIT 1")
        .bind("url", url)
        .map(ActorRows.MAPPER)
        .findOne();
  }

  long countLocal(Reading db) {
    return db.query(
            """
            SELECT count(*) FROM actors
            WHERE local AND deleted_at IS NULL AND kind <> 'application'\
            """)
        .mapTo(Long.class)
        .one();
  }

  long sumLocalPosts(Reading db) {
    return db.query(
            """
            SELECT coalesce(sum(c.posts), 0) FROM actors a
            JOIN actor_counts c ON c.actor_id = a.id WHERE a.local\
            """)
        .mapTo(Long.class)
        .one();
  }

  /** False when the id or the local handle is taken. */
  boolean insert(Tx tx, Actor actor) {
    return bind(
                tx.update(
                    """
                    INSERT INTO actors (id, iri, kind, username, domain, local, display_name,
                      bio_html, bio_source, fields, url, inbox, shared_inbox, outbox, followers,
                      following, featured, featured_tags, avatar, avatar_description, header, header_description,
                      locked, bot, discoverable, indexable, hide_collections, memorial,
                      show_media, show_media_replies, show_featured,
                      also_known_as, moved_to, emoji, created_at, fetched_at, standing, deleted_at,
                      handle_key)
                    VALUES (:id, :iri, :kind, :username, :domain, :local, :displayName,
                      :bioHtml, :bioSource, :fieldsJson, :url, :inbox, :sharedInbox, :outbox,
                      :followers, :following, :featured, :featuredTags, :avatar, :avatarDescription, :header,
                      :headerDescription, :locked, :bot, :discoverable, :indexable,
                      :hideCollections, :memorial, :showMedia, :showMediaReplies, :showFeatured,
                      :alsoKnownAsJson, :movedTo, :emojiJson,
                      :createdAt, :fetchedAt, :standing, :deletedAt, :handleKey)
                    ON CONFLICT DO NOTHING\
                    """,
                    actor),
                actor)
            .execute()
        == 1;
  }

  void update(Tx tx, Actor actor) {
    bind(
            tx.update(
                """
                UPDATE actors SET kind = :kind, username = :username, domain = :domain,
                  display_name = :displayName, bio_html = :bioHtml, bio_source = :bioSource,
                  fields = :fieldsJson, url = :url, inbox = :inbox, shared_inbox = :sharedInbox,
                  outbox = :outbox, followers = :followers, following = :following,
                  featured = :featured, featured_tags = :featuredTags, avatar = :avatar, avatar_description = :avatarDescription,
                  header = :header, header_description = :headerDescription, locked = :locked,
                  bot = :bot, discoverable = :discoverable, indexable = :indexable,
                  hide_collections = :hideCollections, memorial = :memorial,
                  show_media = :showMedia, show_media_replies = :showMediaReplies,
                  show_featured = :showFeatured,
                  also_known_as = :alsoKnownAsJson, moved_to = :movedTo, emoji = :emojiJson,
                  fetched_at = :fetchedAt, standing = :standing, deleted_at = :deletedAt,
                  handle_key = :handleKey
                WHERE id = :id\
                """,
                actor),
            actor)
        .execute();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Actor actor) {
    return statement
        .bind("fieldsJson", ActorRows.fields(actor.fields()))
        .bind("alsoKnownAsJson", ActorRows.iris(actor.alsoKnownAs()))
        .bind("showMedia", actor.tabs().media())
        .bind("showMediaReplies", actor.tabs().mediaOfReplies())
        .bind("showFeatured", actor.tabs().featured())
        .bind("emojiJson", ActorRows.emoji(actor.emoji()))
        .bind("handleKey", key(actor.username(), actor.domain()));
  }

  void adjustCounts(
      Tx tx, ActorId actor, int followers, int following, int posts, @Nullable Instant lastPost) {
    tx.update(
            """
            INSERT INTO actor_counts (actor_id, followers, following, posts, last_post_at)
            VALUES (:actor, :followers, :following, :posts, :lastPost)
            ON CONFLICT (actor_id) DO UPDATE SET
              followers = actor_counts.followers + excluded.followers,
              following = actor_counts.following + excluded.following,
              posts = actor_counts.posts + excluded.posts,
              last_post_at = CASE
                WHEN excluded.last_post_at IS NULL
                  OR excluded.last_post_at < actor_counts.last_post_at
                THEN actor_counts.last_post_at ELSE excluded.last_post_at END\
            """)
        .bind("actor", actor)
        .bind("followers", followers)
        .bind("following", following)
        .bind("posts", posts)
        .bind("lastPost", lastPost)
        .execute();
  }

  static String key(String user, String domain) {
    return user.toLowerCase(Locale.ROOT) + "@" + domain;
  }
}
