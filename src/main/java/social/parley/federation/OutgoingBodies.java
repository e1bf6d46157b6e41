package social.parley.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.jsonld.Json;
import social.parley.signatures.LinkedDataSignature;
import social.parley.signatures.SigningKey;
import social.parley.storage.Database;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is being delivered, read and signed once for all its inboxes. Activities for everyone carry
 * their actor's signature inside, so that whoever gets them passed on can believe them.
 */
final class OutgoingBodies {
  private static final long CACHED_BYTES = 16 << 20;

  /** A body and the key to sign its requests with. */
  record Outgoing(byte[] body, SigningKey key) {}

  private final Database database;
  private final Actors actors;
  private final Clock clock;
  private final DeliveryStore store;
  private final Cache<Long, Outgoing> bodies =
      Caffeine.newBuilder()
          .maximumWeight(CACHED_BYTES)
          .weigher((Long id, Outgoing outgoing) -> outgoing.body().length + 64)
          .build();

  OutgoingBodies(Database database, Actors actors, Clock clock, DeliveryStore store) {
    this.database = database;
    this.actors = actors;
    this.clock = clock;
    this.store = store;
  }

  @Nullable Outgoing get(long activity) {
    return bodies.get(activity, this::load);
  }

  private @Nullable Outgoing load(long activity) {
    return database
        .read(db -> store.body(db, activity))
        .map(row ->
            new Outgoing(
                row.everyone() ? signed(row.body(), row.senderId()) : row.body(),
                actors.signingKey(row.senderId())))
        .orElse(null);
  }

  /** An LD signature, since those who verify any verify these; a proof would double the size. */
  private byte[] signed(byte[] body, ActorId sender) {
    ObjectNode document = (ObjectNode) Json.parse(body);
    return Json.write(
        LinkedDataSignature.sign(document, actors.signingKey(sender), clock.instant()));
  }
}
