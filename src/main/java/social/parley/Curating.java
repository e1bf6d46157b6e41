package social.parley;

import java.util.List;
import java.util.Map;
import social.parley.actors.ActorDeleted;
import social.parley.actors.Actors;
import social.parley.collections.CollectionDeleted;
import social.parley.collections.CollectionEdited;
import social.parley.collections.FeaturedCollections;
import social.parley.collections.PersonFeatured;
import social.parley.collections.PersonUnfeatured;
import social.parley.follows.Blocked;
import social.parley.follows.Blocks;
import social.parley.http.Endpoints;
import social.parley.mastodon.Views;
import social.parley.mastodon.collections.CollectionSubjects;
import social.parley.mastodon.collections.CollectionView;
import social.parley.mastodon.collections.CollectionsApi;
import social.parley.mastodon.notifications.SubjectView;
import social.parley.notifications.NotificationType;
import social.parley.notifications.Notifier;
import social.parley.storage.Subscribers;

/** People whom others recommend. */
record Curating(FeaturedCollections collections) {

  static Curating of(Plumbing plumbing, Actors actors, Blocks blocks) {
    return new Curating(
        new FeaturedCollections(
            plumbing.database(), plumbing.ids(), plumbing.clock(), actors, blocks));
  }

  void subscribe(Subscribers table, Notifier notifier) {
    CollectionNews news = new CollectionNews(notifier);
    table
        .on(PersonFeatured.class, news::featured)
        .on(PersonUnfeatured.class, news::unfeatured)
        .on(CollectionEdited.class, news::edited)
        .on(CollectionDeleted.class, news::deleted)
        .on(Blocked.class, collections::blocked)
        .on(ActorDeleted.class, collections::actorDeleted);
  }

  CollectionView view(Views views) {
    return new CollectionView(views.tags());
  }

  /** How notifications show what they are about. */
  Map<NotificationType, SubjectView> subjects(Views views) {
    CollectionSubjects subjects = new CollectionSubjects(collections, view(views));
    return Map.of(
        NotificationType.ADDED_TO_COLLECTION, subjects, NotificationType.COLLECTION_EDIT, subjects);
  }

  List<Endpoints> endpoints(Views views, Actors actors) {
    return List.of(new CollectionsApi(views, actors, collections, view(views)));
  }
}
