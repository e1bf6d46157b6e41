package social.parley.quotes;

import java.util.List;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.ObjectKind;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.jsonld.Json;

/** Requests, answers and stamps as they stand on the wire. */
final class QuoteActivities {
  private QuoteActivities() {}

  /** What asks, with the whole post so that it can be looked at first. */
  static Activity.QuoteRequest request(
      Iri id, Actor asker, Actor asked, Iri quoted, ObjectDocument quoting) {
    return new Activity.QuoteRequest(
        Envelope.of(id, asker.iri(), Audience.to(asked.iri())).withInstrument(Ref.of(quoting)),
        Ref.of(quoted));
  }

  static Activity.Accept accept(Iri id, Actor author, Asked asked, Iri stamp) {
    return new Activity.Accept(
        Envelope.of(id, author.iri(), Audience.to(asked.by())).withResult(Ref.of(stamp)),
        Ref.of(repeated(asked)));
  }

  static Activity.Reject reject(Iri id, Actor author, Asked asked) {
    return new Activity.Reject(
        Envelope.of(id, author.iri(), Audience.to(asked.by())), Ref.of(repeated(asked)));
  }

  /** A request as it came: who asked with which activity for what to be quoted where. */
  record Asked(Iri request, Iri by, Iri quoted, Iri quoting) {}

  private static Activity.QuoteRequest repeated(Asked asked) {
    return new Activity.QuoteRequest(
        Envelope.of(asked.request(), asked.by(), Audience.NONE)
            .withInstrument(Ref.of(asked.quoting())),
        Ref.of(asked.quoted()));
  }

  static ObjectDocument stamp(Iri id, Iri author, Iri quoting, Iri quoted) {
    return ObjectDocument.of(ObjectKind.QUOTE_AUTHORIZATION, id)
        .attributedTo(author)
        .raw(
            Json.object()
                .put("interactingObject", quoting.value())
                .put("interactionTarget", quoted.value()))
        .build();
  }

  static Activity.Delete revocation(Iri id, Actor author, ObjectDocument stamp, List<Iri> to) {
    Iri followers = author.followers();
    Audience audience = Audience.of(to, followers == null ? List.of() : List.of(followers));
    return new Activity.Delete(Envelope.of(id, author.iri(), audience), Ref.of(stamp));
  }
}
