package social.parley.mastodon.collections;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import social.parley.collections.CollectionId;
import social.parley.collections.FeaturedCollections;
import social.parley.collections.SeenCollection;
import social.parley.core.ActorId;
import social.parley.mastodon.notifications.SubjectView;

/** The collections that somebody was put into, as long as they stand in them. */
public final class CollectionSubjects implements SubjectView {
  private final FeaturedCollections collections;
  private final CollectionView view;

  public CollectionSubjects(FeaturedCollections collections, CollectionView view) {
    this.collections = collections;
    this.view = view;
  }

  @Override
  public Map<Long, ?> of(ActorId viewer, Collection<Long> rows) {
    List<CollectionId> wanted = rows.stream().map(CollectionId::new).toList();
    Map<Long, CollectionJson> byRow = new HashMap<>();
    for (SeenCollection one : collections.holding(viewer, wanted))
      byRow.put(one.collection().id().value(), view.of(one));
    return byRow;
  }
}
