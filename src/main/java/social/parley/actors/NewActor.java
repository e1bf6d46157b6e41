package social.parley.actors;

import java.security.KeyPair;
import social.parley.signatures.Keys;

/** A local actor about to be created, with its keys. */
public record NewActor(
    String username, ActorKind kind, String displayName, KeyPair rsa, KeyPair ed25519) {
  /** Makes the keys, which takes a while: call this before the transaction. */
  public static NewActor prepare(String username, ActorKind kind, String displayName) {
    return new NewActor(username, kind, displayName, Keys.generateRsa(), Keys.generateEd25519());
  }

  /** Names the actor, never its keys. */
  @Override
  public String toString() {
    return "NewActor[" + username + "]";
  }
}
