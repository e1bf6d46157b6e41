package social.parley.actors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.KeyPair;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.signatures.Algorithm;
import social.parley.signatures.SigningKey;
import social.parley.signatures.VerifyingKey;
import social.parley.storage.Database;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** The known keys, decoded and kept ready. Those of local actors never change once made. */
final class ActorKeys {
  private record Pair(SigningKey signing, VerifyingKey verifying) {}

  private final Cache<ActorId, List<Pair>> pairs = Caffeine.newBuilder().maximumSize(5_000).build();
  private final Cache<Iri, KeyResult.Known> known =
      Caffeine.newBuilder().maximumSize(20_000).build();
  private final Database database;
  private final KeyStore store = new KeyStore();

  ActorKeys(Database database) {
    this.database = database;
  }

  /** A stored key by its id, or by its owner's, as PeerTube names it. */
  Optional<KeyResult.Known> find(Iri key) {
    return Optional.ofNullable(known.get(key, this::load));
  }

  private KeyResult.@Nullable Known load(Iri key) {
    return database
        .read(db -> store.find(db, key).or(() -> store.ofOwner(db, key)))
        .map(row -> new KeyResult.Known(row.verifying(), row.actorId()))
        .orElse(null);
  }

  SigningKey signing(ActorId actor, Algorithm algorithm) {
    return pairs(actor).stream()
        .map(Pair::signing)
        .filter(key -> key.algorithm() == algorithm)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("actor " + actor + " has no such key"));
  }

  List<VerifyingKey> verifying(ActorId actor) {
    return pairs(actor).stream().map(Pair::verifying).toList();
  }

  List<VerifyingKey> verifying(Reading db, ActorId actor) {
    return store.of(db, actor).stream().map(KeyStore.KeyRow::verifying).toList();
  }

  private List<Pair> pairs(ActorId actor) {
    return Objects.requireNonNull(pairs.get(actor, this::loadPairs));
  }

  private List<Pair> loadPairs(ActorId actor) {
    return database.read(db -> store.of(db, actor)).stream()
        .flatMap(row -> row.signing().map(key -> new Pair(key, row.verifying())).stream())
        .toList();
  }

  void addPair(Tx tx, ActorId actor, Iri key, Algorithm algorithm, KeyPair pair) {
    store.addPair(tx, actor, key, algorithm, pair);
    tx.afterCommit(() -> pairs.invalidate(actor));
  }

  /** Makes these the only keys of a remote actor. */
  void replace(Tx tx, Actor actor, List<VerifyingKey> keys) {
    Set<Iri> touched = store.replace(tx, actor.id(), keys);
    touched.add(actor.iri());
    known.invalidateAll(touched);
    tx.afterCommit(() -> known.invalidateAll(touched));
  }
}
