package social.parley.actors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ActorBuilder;
import social.parley.activitystreams.ActorDocument;
import social.parley.activitystreams.ActorType;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.ImageDocument;
import social.parley.activitystreams.PropertyValue;
import social.parley.activitystreams.PublicKeyDocument;
import social.parley.activitystreams.Ref;
import social.parley.activitystreams.Tag;
import social.parley.core.Iri;
import social.parley.signatures.Algorithm;
import social.parley.signatures.Keys;
import social.parley.signatures.VerifyingKey;
import tools.jackson.databind.node.ObjectNode;

/** Local actors as other servers read them; {@link RemoteProfile} is the other direction. */
public final class ActorActivities {
  private ActorActivities() {}

  static ActorDocument document(
      Actor actor,
      @Nullable Iri movedTo,
      List<VerifyingKey> keys,
      List<String> attributionDomains) {
    return actor.standing() == Standing.SUSPENDED
        ? suspended(actor, keys)
        : whole(actor, movedTo, keys, attributionDomains);
  }

  /** Enough to check what is signed, and nothing that the person wrote or showed. */
  private static ActorDocument suspended(Actor actor, List<VerifyingKey> keys) {
    return ActorDocument.of(type(actor.kind()), actor.iri(), actor.username(), actor.inbox())
        .name(actor.username())
        .summary("")
        .outbox(actor.outbox())
        .followers(actor.followers())
        .following(actor.following())
        .sharedInbox(actor.sharedInbox())
        .url(new Iri(actor.url()))
        .keys(keys.stream().map(key -> key(actor, key)).toList())
        .suspended(true)
        .published(actor.createdAt())
        .webfinger(actor.username() + "@" + actor.domain())
        .build();
  }

  private static ActorDocument whole(
      Actor actor,
      @Nullable Iri movedTo,
      List<VerifyingKey> keys,
      List<String> attributionDomains) {
    ObjectNode more = Attributions.written(attributionDomains);
    actor.tabs().write(more);
    ActorBuilder document =
        ActorDocument.of(type(actor.kind()), actor.iri(), actor.username(), actor.inbox())
            .name(actor.name())
            .summary(actor.bioHtml())
            .outbox(actor.outbox())
            .followers(actor.followers())
            .following(actor.following())
            .featured(actor.featured())
            .featuredTags(actor.featuredTags())
            .sharedInbox(actor.sharedInbox())
            .url(new Iri(actor.url()))
            .keys(keys.stream().map(key -> key(actor, key)).toList())
            .icon(image(actor.avatar(), actor.avatarDescription()))
            .image(image(actor.header(), actor.headerDescription()))
            .fields(
                actor.fields().stream()
                    .map(field -> new PropertyValue(field.name(), field.html()))
                    .toList())
            .manuallyApprovesFollowers(actor.locked())
            .discoverable(actor.discoverable())
            .indexable(actor.indexable())
            .memorial(actor.memorial())
            .alsoKnownAs(actor.alsoKnownAs())
            .movedTo(movedTo)
            .tags(emoji(actor))
            .published(actor.createdAt())
            .webfinger(actor.username() + "@" + actor.domain())
            .raw(more);
    return document.build();
  }

  /** Tells that a local actor's profile has changed; the id must be new. */
  public static Activity update(Iri id, Actor actor, ActorDocument document) {
    return new Activity.Update(Envelope.of(id, actor.iri(), everyone(actor)), Ref.of(document));
  }

  /** Tells that a local actor is gone; the id must be new. */
  public static Activity delete(Iri id, Actor actor) {
    return new Activity.Delete(Envelope.of(id, actor.iri(), everyone(actor)), Ref.of(actor.iri()));
  }

  private static Audience everyone(Actor actor) {
    return actor.followers() == null
        ? Audience.to(Audience.PUBLIC)
        : Audience.everyone(actor.followers());
  }

  private static PublicKeyDocument key(Actor actor, VerifyingKey key) {
    return algorithm(key) == Algorithm.RSA
        ? PublicKeyDocument.pem(key.keyId(), actor.iri(), Keys.publicPem(key.key()))
        : PublicKeyDocument.multikey(key.keyId(), actor.iri(), Keys.multikey(key.key()));
  }

  static Algorithm algorithm(VerifyingKey key) {
    return key.key().getAlgorithm().startsWith("Ed") ? Algorithm.ED25519 : Algorithm.RSA;
  }

  private static @Nullable ImageDocument image(@Nullable Iri where, String description) {
    if (where == null) return null;
    String name = description.isBlank() ? null : description;
    return new ImageDocument(where, mediaType(where), name, null, null, null);
  }

  /** What we store is one of these; a peer only takes the type as a hint. */
  private static String mediaType(Iri where) {
    String path = where.value();
    if (path.endsWith(".png")) return "image/png";
    if (path.endsWith(".webp")) return "image/webp";
    if (path.endsWith(".gif")) return "image/gif";
    return "image/jpeg";
  }

  private static List<Tag> emoji(Actor actor) {
    return actor.emoji().stream().<Tag>map(CustomEmoji::tag).toList();
  }

  private static ActorType type(ActorKind kind) {
    return switch (kind) {
      case PERSON -> ActorType.PERSON;
      case SERVICE -> ActorType.SERVICE;
      case APPLICATION -> ActorType.APPLICATION;
      case GROUP -> ActorType.GROUP;
      case ORGANIZATION -> ActorType.ORGANIZATION;
    };
  }
}
