package social.parley;

import social.parley.collections.CollectionDeleted;
import social.parley.collections.CollectionEdited;
import social.parley.collections.FeaturedCollection;
import social.parley.collections.PersonFeatured;
import social.parley.collections.PersonUnfeatured;
import social.parley.core.ActorId;
import social.parley.notifications.NotificationType;
import social.parley.notifications.Notifier;
import social.parley.notifications.Occasion;
import social.parley.storage.Tx;

/** Tells people of the collections that they are put into. */
record CollectionNews(Notifier notifier) {

  void featured(Tx tx, PersonFeatured featured) {
    tell(
        tx,
        featured.person().actorId(),
        NotificationType.ADDED_TO_COLLECTION,
        featured.collection());
  }

  /** Who is put in and out again and again is told once. */
  void unfeatured(Tx tx, PersonUnfeatured unfeatured) {
    ActorId person = unfeatured.person().actorId();
    long row = unfeatured.collection().id().value();
    notifier.untell(tx, person, NotificationType.ADDED_TO_COLLECTION, row);
    notifier.untell(tx, person, NotificationType.COLLECTION_EDIT, row);
  }

  void edited(Tx tx, CollectionEdited edited) {
    FeaturedCollection collection = edited.after();
    notifier.untell(tx, NotificationType.COLLECTION_EDIT, collection.id().value());
    for (ActorId person : edited.people())
      tell(tx, person, NotificationType.COLLECTION_EDIT, collection);
  }

  void deleted(Tx tx, CollectionDeleted deleted) {
    long row = deleted.collection().id().value();
    notifier.untell(tx, NotificationType.ADDED_TO_COLLECTION, row);
    notifier.untell(tx, NotificationType.COLLECTION_EDIT, row);
  }

  private void tell(Tx tx, ActorId person, NotificationType type, FeaturedCollection collection) {
    notifier.tell(
        tx, Occasion.of(person, type, collection.ownerId()).about(collection.id().value()));
  }
}
