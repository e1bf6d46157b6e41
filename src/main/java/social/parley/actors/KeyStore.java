package social.parley.actors;

import java.security.KeyPair;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.signatures.Algorithm;
import social.parley.signatures.Keys;
import social.parley.signatures.SigningKey;
import social.parley.signatures.VerifyingKey;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/** Keys in the database: public ones of everybody, private ones of local actors. */
final class KeyStore {
  /** A row; the private half is there for local actors only. */
  record KeyRow(
      Iri iri,
      ActorId actorId,
      Iri owner,
      Algorithm algorithm,
      String publicKey,
      @Nullable String privateKey) {
    VerifyingKey verifying() {
      return new VerifyingKey(iri, owner, Keys.readPublicPem(publicKey));
    }

    Optional<SigningKey> signing() {
      return Optional.ofNullable(privateKey)
          .map(pem -> new SigningKey(iri, owner, Keys.readPrivatePem(pem), algorithm));
    }

    /** Names the key, never its private half. */
    @Override
    public String toString() {
      return "KeyRow[" + iri + "]";
    }
  }

  private static final String SELECT =
      """
      SELECT k.iri, k.actor_id, a.iri AS owner, k.algorithm, k.public_key, k.private_key
      FROM actor_keys k JOIN actors a ON a.id = k.actor_id
      """;

  Optional<KeyRow> find(Reading db, Iri key) {
    return db.query(SELECT + "WHERE k.iri = :key").bind("key", key).mapTo(KeyRow.class).findOne();
  }

  List<KeyRow> of(Reading db, ActorId actor) {
    return db.query(SELECT + "WHERE k.actor_id = :actor ORDER BY k.algorithm DESC, k.iri")
        .bind("actor", actor)
        .mapTo(KeyRow.class)
        .list();
  }

  void addPair(Tx tx, ActorId actor, Iri key, Algorithm algorithm, KeyPair pair) {
    insert(
        tx,
        actor,
        key,
        algorithm,
        Keys.publicPem(pair.getPublic()),
        Keys.privatePem(pair.getPrivate()));
  }

  /** Any RSA key of the actor with this id. */
  Optional<KeyRow> ofOwner(Reading db, Iri owner) {
    return db.query(SELECT + "WHERE a.iri = :owner AND k.algorithm = 'rsa' ORDER BY k.iri LIMIT 1")
        .bind("owner", owner)
        .mapTo(KeyRow.class)
        .findOne();
  }

  /**
   * Makes these the only keys of a remote actor; a key id that another actor holds stays there.
   * Gives the ids of all keys that were or are the actor's.
   */
  Set<Iri> replace(Tx tx, ActorId actor, Collection<VerifyingKey> keys) {
    Set<Iri> kept = new HashSet<>();
    for (VerifyingKey key : keys) kept.add(key.keyId());
    Set<Iri> touched = new HashSet<>(kept);
    for (KeyRow before : of(tx, actor)) {
      if (kept.contains(before.iri())) continue;
      touched.add(before.iri());
      tx.update("DELETE FROM actor_keys WHERE iri = :key").bind("key", before.iri()).execute();
    }
    for (VerifyingKey key : keys)
      insert(
          tx, actor, key.keyId(), ActorActivities.algorithm(key), Keys.publicPem(key.key()), null);
    return touched;
  }

  private static void insert(
      Tx tx,
      ActorId actor,
      Iri key,
      Algorithm algorithm,
      String publicKey,
      @Nullable String privateKey) {
    tx.update(
            """
            INSERT INTO actor_keys (iri, actor_id, algorithm, public_key, private_key)
            VALUES (:key, :actor, :algorithm, :publicKey, :privateKey)
            ON CONFLICT (iri) DO UPDATE
            SET public_key = excluded.public_key, algorithm = excluded.algorithm
            WHERE actor_keys.actor_id = excluded.actor_id AND actor_keys.private_key IS NULL\
            """)
        .bind("key", key)
        .bind("actor", actor)
        .bind("algorithm", algorithm)
        .bind("publicKey", publicKey)
        .bind("privateKey", privateKey)
        .execute();
  }
}
