package social.parley.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.PostId;
import social.parley.federation.CollectionSource;
import social.parley.storage.Reading;

/** Lists of open local posts for servers that page through them, one object for each kind. */
final class PostCollection implements CollectionSource {
  private static final String OPEN =
      " AND reach IN ('public', 'quiet') AND held = FALSE AND local_only = FALSE";

  private final Kind kind;
  private final Posts.Needs needs;
  private final PostActivities activities;
  private final PostStore store = new PostStore();
  private final Visibility visibility = new Visibility();

  private PostCollection(Kind kind, Posts.Needs needs, PostActivities activities) {
    this.kind = kind;
    this.needs = needs;
    this.activities = activities;
  }

  static List<CollectionSource> all(Posts.Needs needs, PostActivities activities) {
    List<CollectionSource> all = new ArrayList<>();
    for (Kind kind : List.of(Kind.OUTBOX, Kind.FEATURED, Kind.REPLIES))
      all.add(new PostCollection(kind, needs, activities));
    return all;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public OptionalLong total(Iri of, @Nullable ActorId reader) {
    return needs
        .database()
        .read(db -> {
          Optional<Long> owner = owner(db, of);
          if (owner.isEmpty()) return OptionalLong.empty();
          return OptionalLong.of(
              db.query("SELECT count(*) FROM posts WHERE " + condition() + OPEN)
                  .bind("owner", owner.get())
                  .mapTo(Long.class)
                  .one());
        });
  }

  @Override
  public Items page(Iri of, Cursor cursor, @Nullable ActorId reader) {
    return needs
        .database()
        .read(db -> owner(db, of).map(owner -> page(db, owner, cursor, reader)).orElse(none()));
  }

  private static Items none() {
    return new Items(List.of(), OptionalLong.empty());
  }

  private Items page(Reading db, long owner, Cursor cursor, @Nullable ActorId reader) {
    List<PostId> ids =
        db.query(
                "SELECT id FROM posts WHERE "
                    + condition()
                    + OPEN
                    + " AND id < :below AND id > :above ORDER BY id DESC LIMIT :limit")
            .bind("owner", owner)
            .bind("below", cursor.below())
            .bind("above", cursor.above())
            .bind("limit", cursor.limit())
            .mapTo(PostId.class)
            .list();
    List<Ref> items =
        visibility.visible(db, reader, store.byIds(db, ids).values()).stream()
            .map(one -> item(db, one))
            .toList();
    boolean more = ids.size() == cursor.limit();
    return new Items(items, more ? OptionalLong.of(ids.getLast().value()) : OptionalLong.empty());
  }

  /** The id that the rows belong to: of a local actor, or of an open local post. */
  private Optional<Long> owner(Reading db, Iri of) {
    return switch (kind) {
      case OUTBOX, FEATURED, FEATURED_TAGS, FOLLOWERS, FOLLOWING ->
          needs
              .actors()
              .byIri(db, of)
              .filter(actor -> actor.local() && actor.isPresent())
              .map(Actor::id)
              .map(ActorId::value);
      case REPLIES ->
          store
              .byIri(db, of)
              .filter(post -> post.federates() && post.reach().isOpen())
              .map(Post::id)
              .map(PostId::value);
    };
  }

  private String condition() {
    return switch (kind) {
      case OUTBOX, FEATURED_TAGS, FOLLOWERS, FOLLOWING -> "author_id = :owner";
      case FEATURED -> "id IN (SELECT post_id FROM pins WHERE actor_id = :owner)";
      case REPLIES -> "in_reply_to = :owner";
    };
  }

  private Ref item(Reading db, Post post) {
    return switch (kind) {
      case OUTBOX -> Ref.of(activities.published(db, activities.outgoing(db, post)));
      case FEATURED -> Ref.of(activities.document(db, activities.outgoing(db, post)));
      case REPLIES, FEATURED_TAGS, FOLLOWERS, FOLLOWING -> Ref.of(post.iri());
    };
  }
}
