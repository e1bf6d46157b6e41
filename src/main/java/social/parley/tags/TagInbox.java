package social.parley.tags;

import java.util.Optional;
import social.parley.activitystreams.Activity;
import social.parley.federation.Effect;
import social.parley.federation.Received;
import social.parley.text.Hashtag;

/** What people elsewhere show on their profiles. */
public final class TagInbox {
  private final FeaturedTags featured;

  public TagInbox(FeaturedTags featured) {
    this.featured = featured;
  }

  public Effect add(Received received, Activity.Add add) {
    Optional<String> name = TagActivities.hashtag(received.actor(), add);
    if (name.isEmpty()) return Effect.none();
    return tx -> {
      int shown = featured.of(tx, received.actor().id()).size();
      if (shown < FeaturedTags.MOST) featured.receive(tx, received.actor().id(), name.get());
    };
  }

  public Effect remove(Received received, Activity.Remove remove) {
    Optional<String> name = TagActivities.hashtag(received.actor(), remove);
    if (name.isEmpty()) return Effect.none();
    return tx -> featured.withdraw(tx, received.actor().id(), Hashtag.normalise(name.get()));
  }
}
