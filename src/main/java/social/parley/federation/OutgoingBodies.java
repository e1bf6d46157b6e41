package social.parley.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.jsonld.Contexts;
import social.parley.jsonld.Json;
import social.parley.signatures.CollectionSynchronization;
import social.parley.signatures.FollowersDigest;
import social.parley.signatures.IntegrityProof;
import social.parley.signatures.LinkedDataSignature;
import social.parley.signatures.SigningKey;
import social.parley.storage.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is being delivered, read and signed once for all its inboxes. Activities for everyone carry
 * their actor's signature inside, so that whoever gets them passed on can believe them.
 */
final class OutgoingBodies {
  private static final long CACHED_BYTES = 16 << 20;

  /** A body, the key to sign its requests with, and what to say of the sender's followers. */
  record Outgoing(byte[] body, SigningKey key, @Nullable Followers followers) {
    /** What else its receiver is told. */
    Map<String, String> headers(Iri inbox) {
      return followers == null
          ? Map.of()
          : Map.of(CollectionSynchronization.HEADER, followers.said(inbox.origin()).write());
    }

    private int weight() {
      return body.length + 64 + (followers == null ? 0 : 200 * followers.digests().size());
    }
  }

  /** The followers of a sender, as digests by the origin of their servers (FEP-8fcf). */
  record Followers(Iri collection, Iri part, Map<String, String> digests) {
    private static final String NOBODY = FollowersDigest.of(List.of());

    private CollectionSynchronization said(String origin) {
      return new CollectionSynchronization(collection, part, digests.getOrDefault(origin, NOBODY));
    }
  }

  private final Database database;
  private final Actors actors;
  private final FollowersParts parts;
  private final Clock clock;
  private final DeliveryStore store;
  private final Cache<Long, Outgoing> bodies =
      Caffeine.newBuilder()
          .maximumWeight(CACHED_BYTES)
          .weigher((Long id, Outgoing outgoing) -> outgoing.weight())
          .build();

  OutgoingBodies(
      Database database, Actors actors, FollowersParts parts, Clock clock, DeliveryStore store) {
    this.database = database;
    this.actors = actors;
    this.parts = parts;
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
                actors.signingKey(row.senderId()),
                row.everyone() ? null : followers(row)))
        .orElse(null);
  }

  /**
   * What is for the sender's followers and not for all goes to whoever its receiver takes for
   * followers, so that these should agree.
   */
  private @Nullable Followers followers(DeliveryStore.Body row) {
    Actor sender = actors.identity(row.senderId()).orElse(null);
    Iri collection = sender == null ? null : sender.followers();
    if (sender == null || collection == null) return null;
    JsonNode document = Json.parse(row.body());
    boolean addressed =
        Stream.of("to", "cc")
            .flatMap(name -> document.path(name).valueStream())
            .anyMatch(one -> one.asString("").equals(collection.value()));
    if (!addressed) return null;
    Iri part = actors.addresses().ofActor(sender.username(), FollowersEndpoint.NAME);
    return new Followers(collection, part, parts.digests(sender.id()));
  }

  /**
   * First a proof, then an LD signature over it as well (FEP-8b32): Mastodon knows the latter only,
   * Mitra the former.
   */
  private byte[] signed(byte[] body, ActorId sender) {
    Instant now = clock.instant();
    ObjectNode document = (ObjectNode) Json.parse(body);
    if (document.get("@context") instanceof ArrayNode context) {
      ArrayNode more = context.deepCopy();
      document.set("@context", more.insert(more.size(), Contexts.DATA_INTEGRITY));
    }
    ObjectNode proven = IntegrityProof.sign(document, actors.proofKey(sender), now);
    return Json.write(LinkedDataSignature.sign(proven, actors.signingKey(sender), now));
  }
}
