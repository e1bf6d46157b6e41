package social.parley.mastodon.collections;

import java.util.List;
import social.parley.collections.FeaturedCollection;
import social.parley.collections.FeaturedPerson;
import social.parley.collections.SeenCollection;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.StatusJson;
import social.parley.mastodon.TagLinks;

/** Fills Collection entities. */
public final class CollectionView {
  private final TagLinks links;

  public CollectionView(TagLinks links) {
    this.links = links;
  }

  /** In the order given. */
  public List<CollectionJson> of(List<SeenCollection> all) {
    return all.stream().map(this::of).toList();
  }

  public CollectionJson of(SeenCollection seen) {
    FeaturedCollection one = seen.collection();
    List<FeaturedPerson> people = seen.people();
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
