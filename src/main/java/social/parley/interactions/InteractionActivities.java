package social.parley.interactions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.ObjectKind;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.jsonld.Json;
import social.parley.posts.Deed;

/** Requests, answers and authorizations as they stand on the wire. */
final class InteractionActivities {
  private InteractionActivities() {}

  /** What asks, with the interaction itself. */
  static Activity request(Deed deed, Iri id, Actor asker, Actor owner, Iri post, Ref interaction) {
    return request(
        deed,
        Envelope.of(id, asker.iri(), Audience.to(owner.iri())).withInstrument(interaction),
        post);
  }

  private static Activity request(Deed deed, Envelope envelope, Iri post) {
    List<Ref> object = List.of(Ref.of(post));
    return switch (deed) {
      case LIKE -> new Activity.LikeRequest(envelope, object);
      case REPLY -> new Activity.ReplyRequest(envelope, object);
      case BOOST -> new Activity.AnnounceRequest(envelope, object);
      case QUOTE -> new Activity.QuoteRequest(envelope, object);
    };
  }

  static Activity.Like like(Iri id, Actor actor, Actor owner, Iri post) {
    return new Activity.Like(Envelope.of(id, actor.iri(), Audience.to(owner.iri())), Ref.of(post));
  }

  static Activity.Accept accept(
      Iri id, Actor owner, InteractionRequest request, Iri asker, Iri post, Iri stamp) {
    return new Activity.Accept(
        Envelope.of(id, owner.iri(), audience(owner, asker))
            .withTarget(Ref.of(post))
            .withResult(Ref.of(stamp)),
        answered(request.deed(), request.request(), request.interaction(), asker, post));
  }

  static Activity.Reject reject(
      Iri id, Actor owner, InteractionRequest request, Iri asker, Iri post) {
    return new Activity.Reject(
        Envelope.of(id, owner.iri(), Audience.to(asker)).withTarget(Ref.of(post)),
        answered(request.deed(), request.request(), request.interaction(), asker, post));
  }

  /** The same for something that was not even kept. */
  static Activity.Reject reject(
      Iri id, Actor owner, Deed deed, @Nullable Iri request, Iri interaction, Iri asker, Iri post) {
    return new Activity.Reject(
        Envelope.of(id, owner.iri(), Audience.to(asker)).withTarget(Ref.of(post)),
        answered(deed, request, interaction, asker, post));
  }

  /** The stamp is good no more. */
  static Activity.Delete revocation(Iri id, Actor owner, Iri stamp, Iri asker) {
    return new Activity.Delete(Envelope.of(id, owner.iri(), audience(owner, asker)), Ref.of(stamp));
  }

  /** Those who asked get their request again, others what they did without asking. */
  private static Ref answered(
      Deed deed, @Nullable Iri request, Iri interaction, Iri asker, Iri post) {
    if (request == null) return Ref.of(interaction);
    Envelope envelope =
        Envelope.of(request, asker, Audience.NONE).withInstrument(Ref.of(interaction));
    return Ref.of(request(deed, envelope, post));
  }

  /** The followers too, so that their servers can show what is agreed to. */
  private static Audience audience(Actor owner, Iri asker) {
    Audience audience = Audience.to(asker);
    return owner.followers() == null ? audience : audience.alsoCc(owner.followers());
  }

  static ObjectKind kind(Deed deed) {
    return switch (deed) {
      case LIKE -> ObjectKind.LIKE_AUTHORIZATION;
      case REPLY -> ObjectKind.REPLY_AUTHORIZATION;
      case BOOST -> ObjectKind.ANNOUNCE_AUTHORIZATION;
      case QUOTE -> ObjectKind.QUOTE_AUTHORIZATION;
    };
  }

  static ObjectDocument stamp(Iri id, Deed deed, Iri owner, Iri interaction, Iri post) {
    return ObjectDocument.of(kind(deed), id)
        .attributedTo(owner)
        .raw(
            Json.object()
                .put("interactingObject", interaction.value())
                .put("interactionTarget", post.value()))
        .build();
  }
}
