package social.parley.actors;

import java.security.KeyPair;
import social.parley.signatures.KeySource;

/** A local actor about to be created, with its keys. */
public record NewActor(
    String username, ActorKind kind, String displayName, KeyPair rsa, KeyPair ed25519) {
  static NewActor prepare(KeySource keys, String username, ActorKind kind, String displayName) {
    return new NewActor(username, kind, displayName, keys.rsa(), keys.ed25519());
  }

  /** Names the actor, never its keys. */
  @Override
  public String toString() {
    return "NewActor[" + username + "]";
  }
}
