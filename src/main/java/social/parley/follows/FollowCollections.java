package social.parley.follows;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.Page;
import social.parley.federation.CollectionSource;

/** Who follows a local actor, or whom it follows, for peers that ask. */
public final class FollowCollections implements CollectionSource {
  private final Kind kind;
  private final Actors actors;
  private final Follows follows;

  private FollowCollections(Kind kind, Actors actors, Follows follows) {
    this.kind = kind;
    this.actors = actors;
    this.follows = follows;
  }

  public static CollectionSource followers(Actors actors, Follows follows) {
    return new FollowCollections(Kind.FOLLOWERS, actors, follows);
  }

  public static CollectionSource following(Actors actors, Follows follows) {
    return new FollowCollections(Kind.FOLLOWING, actors, follows);
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public OptionalLong total(Iri of, @Nullable ActorId reader) {
    Optional<Actor> actor = local(of);
    if (actor.isEmpty()) return OptionalLong.empty();
    return OptionalLong.of(
        kind == Kind.FOLLOWERS ? actor.get().followersCount() : actor.get().followingCount());
  }

  @Override
  public Items page(Iri of, Cursor cursor, @Nullable ActorId reader) {
    Optional<Actor> actor = local(of).filter(one -> !one.hideCollections());
    if (actor.isEmpty()) return new Items(List.of(), OptionalLong.empty());
    ActorId id = actor.get().id();
    Page<ActorId> page =
        kind == Kind.FOLLOWERS ? follows.followers(id, cursor) : follows.following(id, cursor);
    Map<ActorId, Actor> known = actors.byIds(page.items());
    List<Ref> items =
        page.items().stream()
            .map(known::get)
            .filter(Objects::nonNull)
            .map(one -> Ref.of(one.iri()))
            .toList();
    boolean more = page.items().size() == cursor.limit();
    return new Items(items, more ? page.oldest() : OptionalLong.empty());
  }

  private Optional<Actor> local(Iri of) {
    return actors.byIri(of).filter(actor -> actor.local() && !actor.isDeleted());
  }
}
