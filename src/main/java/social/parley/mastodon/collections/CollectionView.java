package social.parley.mastodon.collections;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.parley.collections.CollectionId;
import social.parley.collections.FeaturedCollection;
import social.parley.collections.FeaturedCollections;
import social.parley.collections.FeaturedPerson;
import social.parley.core.ActorId;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.StatusJson;
import social.parley.mastodon.TagLinks;

/** Fills Collection entities: one statement for the people in all of them. */
public final class CollectionView {
  private final FeaturedCollections collections;
  private final TagLinks links;

  public CollectionView(FeaturedCollections collections, TagLinks links) {
    this.collections = collections;
    this.links = links;
  }

  public CollectionJson of(@Nullable ActorId viewer, FeaturedCollection collection) {
    return of(viewer, List.of(collection)).getFirst();
  }

  /** In the order given. */
  public List<CollectionJson> of(@Nullable ActorId viewer, List<FeaturedCollection> all) {
    if (all.isEmpty()) return List.of();
    Map<CollectionId, List<FeaturedPerson>> people =
        collections.people(viewer, all.stream().map(FeaturedCollection::id).toList());
    return all.stream().map(one -> json(one, people.getOrDefault(one.id(), List.of()))).toList();
  }

  private CollectionJson json(FeaturedCollection one, List<FeaturedPerson> people) {
    String tag = one.tag();
    return new CollectionJson(
        one.id().toString(),
        one.ownerId().toString(),
        one.iri().value(),
        null,
        one.name(),
        one.description(),
        one.language(),
        true,
        one.sensitive(),
        one.discoverable(),
        tag == null ? null : new StatusJson.StatusTag(tag, links.url(tag)),
        ApiDates.of(one.createdAt()),
        ApiDates.of(one.updatedAt()),
        people.size(),
        people.stream().map(CollectionJson.Item::of).toList());
  }
}
