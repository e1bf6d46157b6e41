package social.parley.collections;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.federation.ObjectSource;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** Collections as documents, and the stamps by which the people in them agree. */
final class CollectionDocuments implements ObjectSource {
  private final Database database;
  private final Actors actors;
  private final SeenCollections collections;

  CollectionDocuments(Database database, Actors actors, SeenCollections collections) {
    this.database = database;
    this.actors = actors;
    this.collections = collections;
  }

  @Override
  public Answer find(Iri iri, @Nullable ActorId reader) {
    if (!actors.addresses().isLocal(iri)) return new Answer.Unknown();
    String value = iri.value();
    int items = value.lastIndexOf(CollectionActivities.ITEMS);
    boolean stamp = items >= 0 && value.endsWith(CollectionActivities.STAMP);
    return database.read(db -> stamp ? stamp(db, iri, items, reader) : collection(db, iri, reader));
  }

  private Answer collection(Reading db, Iri iri, @Nullable ActorId reader) {
    Optional<SeenCollection> found = collections.named(db, reader, iri);
    if (found.isEmpty()) return new Answer.Unknown();
    FeaturedCollection collection = found.get().collection();
    Optional<Actor> owner = actors.byId(db, collection.ownerId());
    if (owner.isEmpty()) return new Answer.Unknown();
    List<FeaturedPerson> in = found.get().people();
    return new Answer.Shown(
        CollectionActivities.document(
            collection,
            owner.get(),
            in,
            actors.byIds(db, in.stream().map(FeaturedPerson::actorId).toList())));
  }

  private Answer stamp(Reading db, Iri iri, int items, @Nullable ActorId reader) {
    String value = iri.value();
    Iri collection = new Iri(value.substring(0, items));
    String item =
        value.substring(
            items + CollectionActivities.ITEMS.length(),
            value.length() - CollectionActivities.STAMP.length());
    Optional<SeenCollection> found = collections.named(db, reader, collection);
    if (found.isEmpty()) return new Answer.Unknown();
    FeaturedCollection shown = found.get().collection();
    return found.get().people().stream()
        .filter(person -> Long.toString(person.id()).equals(item))
        .findFirst()
        .flatMap(person -> actors.byId(db, person.actorId()))
        .<Answer>map(actor -> new Answer.Shown(CollectionActivities.stamp(iri, shown, actor)))
        .orElseGet(Answer.Unknown::new);
  }
}
