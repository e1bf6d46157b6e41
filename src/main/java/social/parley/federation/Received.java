package social.parley.federation;

import java.time.Instant;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;

/**
 * An activity whose actor is proven to have sent it. Things written out in it that its actor may
 * not speak for have been cut down to their ids. The actor's counters may be old.
 *
 * @param whole the same before anything was cut: what the actor is proven to have said, which may
 *     be less than the body says
 * @param signer who signed the request; another one than the actor when it was forwarded
 * @param body the bytes as they came, to be forwarded unchanged
 */
public record Received(
    Activity activity, Activity whole, Actor actor, Actor signer, byte[] body, Instant receivedAt) {
  public Received(Activity activity, Actor actor, Actor signer, byte[] body, Instant receivedAt) {
    this(activity, activity, actor, signer, body, receivedAt);
  }

  /** Whether somebody else passed it on. */
  public boolean forwarded() {
    return !signer.id().equals(actor.id());
  }

  /** The host of the server that sent the request. */
  public String host() {
    return signer.iri().host();
  }

  Received cutTo(Activity other) {
    return new Received(other, whole, actor, signer, body, receivedAt);
  }
}
