package social.parley.federation;

import java.util.Optional;
import social.parley.core.Iri;
import social.parley.storage.Database;

/** What local actors lately told everyone, by id, so that whoever got it second-hand can check. */
final class SentActivities {
  private final Database database;
  private final DeliveryStore store = new DeliveryStore();

  SentActivities(Database database) {
    this.database = database;
  }

  Optional<byte[]> find(Iri iri) {
    return database.read(db -> store.publicBody(db, iri));
  }
}
