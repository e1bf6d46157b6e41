package social.parley.tags;

import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.config.Settings;
import social.parley.core.Refused;
import social.parley.federation.Outbox;
import social.parley.follows.Follows;
import social.parley.storage.Tx;

/** Tells followers elsewhere what people here show on their profiles. */
public final class TagOutbox {
  private final Settings settings;
  private final Actors actors;
  private final Follows follows;
  private final Outbox outbox;

  public TagOutbox(Settings settings, Actors actors, Follows follows, Outbox outbox) {
    this.settings = settings;
    this.actors = actors;
    this.follows = follows;
    this.outbox = outbox;
  }

  /** It is to be subscribed. */
  public void featured(Tx tx, TagFeatured featured) {
    FeaturedTag tag = featured.tag();
    Actor actor = actors.byId(tx, tag.actorId()).orElseThrow(Refused.NotFound::new);
    outbox.send(
        tx,
        actor,
        TagActivities.changed(
            outbox.nextId(), actor, TagActivities.hashtag(settings, tag), featured.shown()),
        follows.followerInboxes(tx, actor.id()));
  }
}
