package social.parley.mastodon.collections;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import social.parley.collections.CollectionId;
import social.parley.collections.FeaturedCollection;
import social.parley.collections.FeaturedCollections;
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
    List<FeaturedCollection> found = collections.holding(viewer, wanted);
    List<CollectionJson> rendered = view.of(viewer, found);
    Map<Long, CollectionJson> byRow = new HashMap<>();
    for (int i = 0; i < found.size(); i++) byRow.put(found.get(i).id().value(), rendered.get(i));
    return byRow;
  }
}
