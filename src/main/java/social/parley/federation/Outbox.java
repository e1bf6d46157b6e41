package social.parley.federation;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ActivityWriter;
import social.parley.activitystreams.Audience;
import social.parley.actors.Actor;
import social.parley.actors.Addresses;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.storage.Tx;

/**
 * Sends the activities of local actors: stored with the change they tell of, delivered after it.
 */
public final class Outbox {
  private final Addresses addresses;
  private final Ids ids;
  private final DeliveryQueue queue;

  public Outbox(Addresses addresses, Ids ids, DeliveryQueue queue) {
    this.addresses = addresses;
    this.ids = ids;
    this.queue = queue;
  }

  /** A new id for an activity that has no other address of its own. */
  public Iri nextId() {
    return addresses.activity(ids.next());
  }

  /**
   * Delivers an activity to each of these inboxes once; local ones are left out. Hidden recipients
   * ({@code bto}, {@code bcc}) must not be in it any more.
   */
  public void send(Tx tx, Actor sender, Activity activity, Collection<Iri> inboxes) {
    Audience audience = activity.audience();
    if (!audience.bto().isEmpty() || !audience.bcc().isEmpty())
      throw new IllegalArgumentException("hidden recipients would be published");
    queue.add(
        tx,
        sender.id(),
        activity.id(),
        ActivityWriter.bytes(activity),
        audience.contains(Audience.PUBLIC),
        addressed(audience),
        inboxes);
  }

  /** The hosts of those addressed by name: for them it is urgent, for mere followers it is not. */
  private static Set<String> addressed(Audience audience) {
    return audience.all().stream()
        .filter(one -> !one.equals(Audience.PUBLIC))
        .map(Iri::authority)
        .collect(Collectors.toSet());
  }

  /**
   * Passes on what was received, byte for byte, so that its author's own signature in it stays
   * valid (ActivityPub section 7.1.2). A local actor signs the requests.
   */
  public void forward(Tx tx, Actor local, Received received, Collection<Iri> inboxes) {
    String author = received.actor().iri().host();
    queue.add(
        tx,
        local.id(),
        null,
        received.body(),
        false,
        Set.of(),
        inboxes.stream().filter(inbox -> !inbox.host().equals(author)).toList());
  }
}
