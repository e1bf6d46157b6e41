package social.parley.cards;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.storage.Padded;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The tables of cards and of the posts that show them. */
final class CardStore {
  /** Whether a page has been looked at, and whether there was anything to show. */
  enum State {
    WAITING,
    READY,
    EMPTY
  }

  /** How far a link is. */
  record Link(long id, Iri url, State state, @Nullable Instant checkedAt) {}

  /** A post whose links are to be read; its id tells when it came or was edited. */
  record Unread(long id, PostId postId, boolean edited) {}

  private record Filled(
      long id,
      Iri canonical,
      CardKind kind,
      String title,
      String description,
      @Nullable String language,
      String authorName,
      String authorUrl,
      @Nullable ActorId creatorId,
      String providerName,
      String providerUrl,
      String html,
      int width,
      int height,
      @Nullable Iri image,
      String imageDescription,
      String embedUrl,
      @Nullable String blurhash,
      @Nullable Instant publishedAt,
      Instant checkedAt) {
    static Filled of(long id, Preview page, @Nullable ActorId creator, Instant now) {
      return new Filled(
          id,
          page.canonical,
          page.kind,
          page.title,
          page.description,
          page.language,
          page.authorName,
          page.authorUrl,
          creator,
          page.providerName,
          page.providerUrl,
          page.html,
          page.width,
          page.height,
          page.image,
          page.imageDescription,
          page.embedUrl,
          page.blurhash,
          page.publishedAt,
          now);
    }
  }

  void note(Tx tx, Unread unread) {
    tx.update(
            "INSERT INTO unread_links (id, post_id, edited) VALUES (:id, :postId, :edited)", unread)
        .execute();
  }

  /** Some of them, in the order of their coming. */
  List<Unread> unread(Reading db, long after, int limit) {
    return db.query(
            """
            SELECT id, post_id, edited FROM unread_links WHERE id > :after
            ORDER BY id LIMIT :limit\
            """)
        .bind("after", after)
        .bind("limit", limit)
        .mapTo(Unread.class)
        .list();
  }

  void read(Tx tx, List<Unread> unread) {
    tx.update("DELETE FROM unread_links WHERE id IN (<ids>)")
        .bindList("ids", Padded.of(unread.stream().map(Unread::id).toList()))
        .execute();
  }

  /** The row of a link, made with this id when there is none; nobody deletes it meanwhile. */
  Link claim(Tx tx, long id, Iri url) {
    return tx.query(
            """
            INSERT INTO cards (id, url, canonical, state, kind, title, description, author_name,
              author_url, provider_name, provider_url, html, width, height, image_description,
              embed_url)
            VALUES (:id, :url, :url, 'waiting', 'link', '', '', '', '', '', '', '', 0, 0, '', '')
            ON CONFLICT (url) DO UPDATE SET url = excluded.url
            RETURNING id, url, state, checked_at\
            """)
        .bind("id", id)
        .bind("url", url)
        .mapTo(Link.class)
        .one();
  }

  /** Some of those that nobody has looked at, in the order of their ids from one on. */
  List<Link> waiting(Reading db, long after, int limit) {
    return db.query(
            """
            SELECT id, url, state, checked_at FROM cards
            WHERE state = 'waiting' AND id > :after ORDER BY id LIMIT :limit\
            """)
        .bind("after", after)
        .bind("limit", limit)
        .mapTo(Link.class)
        .list();
  }

  Optional<Link> link(Reading db, long id) {
    return db.query("SELECT id, url, state, checked_at FROM cards WHERE id = :id")
        .bind("id", id)
        .mapTo(Link.class)
        .findOne();
  }

  void fill(Tx tx, long id, Preview page, @Nullable ActorId creator, Instant now) {
    tx.update(
            """
            UPDATE cards SET state = 'ready', checked_at = :checkedAt, canonical = :canonical,
              kind = :kind, title = :title, description = :description, language = :language,
              author_name = :authorName, author_url = :authorUrl, creator_id = :creatorId,
              provider_name = :providerName, provider_url = :providerUrl, html = :html,
              width = :width, height = :height, image = :image,
              image_description = :imageDescription, embed_url = :embedUrl, blurhash = :blurhash,
              published_at = :publishedAt
            WHERE id = :id\
            """,
            Filled.of(id, page, creator, now))
        .execute();
  }

  /** Notes that a page gave nothing; what it gave before stays. */
  void gaveNothing(Tx tx, long id, Instant now) {
    tx.update(
            """
            UPDATE cards SET checked_at = :now,
              state = CASE WHEN state = 'waiting' THEN 'empty' ELSE state END
            WHERE id = :id\
            """)
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  /** False when the post is gone. */
  boolean show(Tx tx, PostId post, long card) {
    return tx.update(
                """
                INSERT INTO post_cards (post_id, card_id)
                  SELECT p.id, :card FROM posts p WHERE p.id = :post
                ON CONFLICT (post_id) DO UPDATE SET card_id = excluded.card_id\
                """)
            .bind("post", post)
            .bind("card", card)
            .execute()
        == 1;
  }

  /** False when the post showed none. */
  boolean hide(Tx tx, PostId post) {
    return tx.update("DELETE FROM post_cards WHERE post_id = :post").bind("post", post).execute()
        == 1;
  }

  /** The cards of posts; posts whose link has none yet are left out. */
  Map<PostId, Card> ofPosts(Reading db, Collection<PostId> posts) {
    return db.query(
            """
            SELECT s.post_id, c.* FROM post_cards s JOIN cards c ON c.id = s.card_id
            WHERE s.post_id IN (<posts>) AND c.state = 'ready'\
            """)
        .bindList("posts", List.copyOf(posts))
        .reduceRows(
            new HashMap<>(),
            (found, row) -> {
              found.put(row.getColumn("post_id", PostId.class), row.getRow(Card.class));
              return found;
            });
  }

  Map<Long, Card> byIds(Reading db, Collection<Long> ids) {
    Map<Long, Card> cards = new HashMap<>();
    db.query("SELECT * FROM cards WHERE state = 'ready' AND id IN (<ids>)")
        .bindList("ids", List.copyOf(ids))
        .mapTo(Card.class)
        .forEach(card -> cards.put(card.id(), card));
    return cards;
  }

  /** All links that lead to the page with this address. */
  List<Card> leadingTo(Reading db, Iri url) {
    return db.query(
            """
            SELECT * FROM cards WHERE state = 'ready' AND canonical = :url
            UNION
            SELECT * FROM cards WHERE state = 'ready' AND url = :url
            ORDER BY id LIMIT 50\
            """)
        .bind("url", url)
        .mapTo(Card.class)
        .list();
  }

  /** The posts that show a card, in the order of their ids from one on. */
  List<PostId> showing(Reading db, long card, PostId after, int limit) {
    return db.query(
            """
            SELECT post_id FROM post_cards WHERE card_id = :card AND post_id > :after
            ORDER BY post_id LIMIT :limit\
            """)
        .bind("card", card)
        .bind("after", after)
        .bind("limit", limit)
        .mapTo(PostId.class)
        .list();
  }

  /** Forgets links that no post has any more. */
  int forget(Tx tx, Instant before, int limit) {
    return tx.update(
            """
            DELETE FROM cards WHERE id IN (
              SELECT c.id FROM cards c WHERE c.checked_at < :before
                AND NOT EXISTS (SELECT 1 FROM post_cards s WHERE s.card_id = c.id)
              LIMIT :limit)\
            """)
        .bind("before", before)
        .bind("limit", limit)
        .execute();
  }
}
