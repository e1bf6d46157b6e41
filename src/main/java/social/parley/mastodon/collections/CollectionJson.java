package social.parley.mastodon.collections;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.parley.collections.FeaturedPerson;
import social.parley.mastodon.AccountJson;
import social.parley.mastodon.ApiDates;
import social.parley.mastodon.StatusJson;

/** The Collection entity and what hangs on it. */
public record CollectionJson(
    String id,
    String accountId,
    String uri,
    @Nullable String url,
    String name,
    String description,
    @Nullable String language,
    boolean local,
    boolean sensitive,
    boolean discoverable,
    StatusJson.@Nullable StatusTag tag,
    String createdAt,
    String updatedAt,
    int itemCount,
    List<Item> items) {

  /** The CollectionItem entity. */
  public record Item(String id, String accountId, String state, String createdAt) {
    static Item of(FeaturedPerson person) {
      return new Item(
          Long.toString(person.id()),
          person.actorId().toString(),
          person.state().name().toLowerCase(Locale.ROOT),
          ApiDates.of(person.createdAt()));
    }
  }

  /** The WrappedCollection entity. */
  record One(CollectionJson collection) {}

  /** The WrappedCollectionItem entity. */
  record OneItem(Item collectionItem) {}

  /** The Collections entity. */
  record Many(List<CollectionJson> collections) {}

  /** The CollectionWithAccounts entity. */
  record WithAccounts(CollectionJson collection, List<AccountJson> accounts) {}
}
