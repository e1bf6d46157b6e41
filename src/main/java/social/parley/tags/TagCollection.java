package social.parley.tags;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.config.Settings;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.federation.CollectionSource;

/** The hashtags on the profile of a local actor, for peers that ask. */
public final class TagCollection implements CollectionSource {
  private final Settings settings;
  private final Actors actors;
  private final FeaturedTags featured;

  public TagCollection(Settings settings, Actors actors, FeaturedTags featured) {
    this.settings = settings;
    this.actors = actors;
    this.featured = featured;
  }

  @Override
  public Kind kind() {
    return Kind.FEATURED_TAGS;
  }

  @Override
  public OptionalLong total(Iri of, @Nullable ActorId reader) {
    Optional<Actor> actor = local(of);
    return actor.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(featured.of(actor.get().id()).size());
  }

  @Override
  public Items page(Iri of, Cursor cursor, @Nullable ActorId reader) {
    List<Ref> items =
        local(of).map(actor -> featured.of(actor.id())).orElse(List.of()).stream()
            .map(tag -> Ref.of(TagActivities.hashtag(settings, tag)))
            .toList();
    return new Items(items, OptionalLong.empty());
  }

  private Optional<Actor> local(Iri of) {
    return actors.byIri(of).filter(actor -> actor.local() && actor.isPresent());
  }
}
