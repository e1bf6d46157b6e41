package social.parley.events;

import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.Envelope;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.posts.Content;
import social.parley.posts.Post;

/**
 * Attendances as they stand on the wire. An event that says how it is joined is joined (Mobilizon,
 * FEP-8a8e); another is accepted, as Friendica and Hubzilla have it, which nobody answers.
 */
final class AttendanceActivities {
  private static final String JOINS = "/joins/";
  private static final String ACCEPTS = "/attendances/";

  private AttendanceActivities() {}

  static boolean asks(Content.Event event) {
    return !event.joining().isEmpty();
  }

  static Iri id(Actor me, Content.Event event, long number) {
    return new Iri(me.iri() + (asks(event) ? JOINS : ACCEPTS) + number);
  }

  private static boolean isJoin(Iri id) {
    return id.value().contains(JOINS);
  }

  static Activity come(Iri id, Actor me, Post event, Actor organiser) {
    Envelope envelope = envelope(id, me, organiser);
    Ref object = Ref.of(event.iri());
    return isJoin(id) ? new Activity.Join(envelope, object) : new Activity.Accept(envelope, object);
  }

  /** What takes back what was sent before. */
  static Activity stayAway(Iri id, Actor me, Post event, Actor organiser) {
    return isJoin(id)
        ? new Activity.Leave(envelope(new Iri(id + "/leave"), me, organiser), Ref.of(event.iri()))
        : new Activity.Undo(
            envelope(new Iri(id + "/undo"), me, organiser), Ref.of(come(id, me, event, organiser)));
  }

  private static Envelope envelope(Iri id, Actor me, Actor organiser) {
    return Envelope.of(id, me.iri(), Audience.to(organiser.iri()));
  }
}
