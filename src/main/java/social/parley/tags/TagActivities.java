package social.parley.tags;

import java.util.Optional;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.LinkDocument;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.config.Settings;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import social.parley.posts.Tags;
import social.parley.text.Hashtag;

/** Hashtags on profiles as they stand on the wire. */
final class TagActivities {
  private static final String HASHTAG = "Hashtag";

  private TagActivities() {}

  static LinkDocument hashtag(Settings settings, FeaturedTag tag) {
    return new LinkDocument(
        Tags.page(settings, tag.tag()),
        null,
        null,
        "#" + tag.name(),
        null,
        null,
        null,
        null,
        Json.object().put("type", HASHTAG));
  }

  /** Mastodon puts hashtags into the collection of pinned posts, and looks for them there. */
  static Activity changed(Iri id, Actor actor, LinkDocument hashtag, boolean shown) {
    if (actor.featured() == null || actor.followers() == null)
      throw new IllegalStateException("a local actor without collections");
    Envelope envelope =
        Envelope.of(id, actor.iri(), Audience.everyone(actor.followers()))
            .withTarget(Ref.of(actor.featured()));
    Ref object = Ref.of(hashtag);
    return shown ? new Activity.Add(envelope, object) : new Activity.Remove(envelope, object);
  }

  /** The hashtag that an actor adds to its profile or takes off it, if this is about one. */
  static Optional<String> hashtag(Actor actor, Activity change) {
    Ref target = change.envelope().target();
    Iri where = target == null ? null : target.iri();
    boolean own =
        where != null && (where.equals(actor.featured()) || where.equals(actor.featuredTags()));
    if (!own || change.objects().isEmpty()) return Optional.empty();
    return change.objects().getFirst().thing() instanceof LinkDocument link
            && link.type().equals(HASHTAG)
            && link.name() != null
        ? Optional.of(link.name().startsWith("#") ? link.name().substring(1) : link.name())
            .filter(Hashtag::isValid)
        : Optional.empty();
  }
}
