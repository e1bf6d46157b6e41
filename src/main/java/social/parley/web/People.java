package social.parley.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Handle;
import social.parley.core.Iri;
import social.parley.http.Assets;
import social.parley.media.ImageShape;
import social.parley.media.RemoteMedia;

/** Fills the views of people, and finds people by the names in addresses of pages. */
final class People {
  private final Actors actors;
  private final RemoteMedia remote;
  private final EmojiText emoji;
  private final String noAvatar;

  /** By the very object: somebody who has changed is another one. */
  private final Cache<Actor, PersonView> views =
      Caffeine.newBuilder().weakKeys().maximumSize(5000).build();

  People(Actors actors, RemoteMedia remote, EmojiText emoji, Assets assets) {
    this.actors = actors;
    this.remote = remote;
    this.emoji = emoji;
    this.noAvatar = assets.url("img/avatar.png");
  }

  PersonView of(Actor actor) {
    // The pictures of this server come and go.
    return actor.emoji().isEmpty() ? views.get(actor, this::view) : view(actor);
  }

  private PersonView view(Actor actor) {
    boolean there = actor.isPresent();
    String name = there ? actor.name() : actor.username();
    return new PersonView(
        actor.id(),
        emoji.of(name, actor.emoji()),
        name,
        actor.acct(),
        actor.handle().toString(),
        "/@" + actor.acct(),
        there ? avatar(actor) : noAvatar,
        actor.bot(),
        actor.locked(),
        actor.local());
  }

  private String avatar(Actor actor) {
    Iri avatar = actor.avatar();
    if (avatar == null) return noAvatar;
    return (actor.local() ? avatar : remote.address(avatar, ImageShape.AVATAR)).value();
  }

  /** In the order given; unknown and deleted ones are left out. */
  List<PersonView> of(Collection<ActorId> ids) {
    Map<ActorId, Actor> loaded = actors.byIds(ids);
    return ids.stream()
        .map(loaded::get)
        .filter(Objects::nonNull)
        .filter(Actor::isPresent)
        .map(this::of)
        .toList();
  }

  /** A known person by {@code name} or {@code name@host}. */
  Optional<Actor> find(String acct) {
    if (!acct.contains("@")) return actors.local(acct);
    return Handle.parse(acct).flatMap(actors::byHandle);
  }
}
