package social.parley.events;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.federation.Received;
import social.parley.posts.Content;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * What other servers say about who goes to events: the server of an event answers who asked to
 * come, and everybody speaks for themselves.
 */
public final class AttendanceInbox {
  private final Ids ids;
  private final Clock clock;
  private final Posts posts;
  private final AttendanceStore store = new AttendanceStore();

  public AttendanceInbox(Ids ids, Clock clock, Posts posts) {
    this.ids = ids;
    this.clock = clock;
    this.posts = posts;
  }

  /** Somebody asks to come; whether they may, the server of the event tells with an Accept. */
  public Effect join(Received received, Activity.Join join) {
    return stands(received, join, Attendance.PENDING);
  }

  public Effect leave(Received received, Activity.Leave leave) {
    return tx -> forget(tx, received, leave);
  }

  /** An answer to whoever asked to come, or the word of somebody who comes (Friendica). */
  public Effect accept(Received received, Activity.Accept accept) {
    return answer(received, accept, Attendance.ATTENDING, Attendance.ATTENDING);
  }

  /** An answer to whoever asked to come, or the word of somebody who does not. */
  public Effect reject(Received received, Activity.Reject reject) {
    return answer(received, reject, Attendance.REFUSED, Attendance.DECLINED);
  }

  /** The word of somebody who perhaps comes; whoever is let in only perhaps waits on. */
  public Effect perhaps(Received received, Activity perhaps) {
    return stands(received, perhaps, Attendance.MAYBE);
  }

  private Effect answer(
      Received received, Activity answer, Attendance answered, Attendance ownWord) {
    Effect word = stands(received, answer, ownWord);
    return tx -> {
      Attendee asked = asked(tx, received, answer).orElse(null);
      if (asked == null) {
        word.apply(tx);
        return;
      }
      boolean theirs =
          posts
              .byId(tx, asked.postId())
              .filter(event -> event.iri().sameOrigin(received.actor().iri()))
              .isPresent();
      if (theirs) store.change(tx, asked, answered);
    };
  }

  /** By the id of the Join, else by who asked for what. */
  private Optional<Attendee> asked(Reading db, Received received, Activity answer) {
    Iri id = answer.objectId();
    Optional<Attendee> known = id == null ? Optional.empty() : store.find(db, id);
    if (known.isPresent() || !(received.whole().inner() instanceof Activity.Join join))
      return known;
    // Its id may be another one there, but it is the server of the event that speaks.
    return event(db, join.objectId()).flatMap(event -> store.find(db, event, join.actor()));
  }

  private Effect stands(Received received, Activity activity, Attendance state) {
    return tx -> {
      Post event = event(tx, activity.objectId()).orElse(null);
      if (event == null || !posts.visibility().canSee(tx, received.actor().id(), event)) return;
      long number = ids.next();
      Iri id = activity.id();
      Iri iri = id == null ? new Iri(received.actor().iri() + "#attendances/" + number) : id;
      store.put(
          tx, new Attendee(number, received.actor().id(), event.id(), state, iri), clock.instant());
    };
  }

  private Optional<Post> event(Reading db, @Nullable Iri object) {
    return object == null
        ? Optional.empty()
        : posts.byIri(db, object).filter(post -> post.content() instanceof Content.Event);
  }

  private void forget(Tx tx, Received received, Activity said) {
    event(tx, said.objectId())
        .flatMap(event -> store.find(tx, received.actor().id(), event.id()))
        .ifPresent(attendee -> store.delete(tx, attendee));
  }

  /** Somebody takes back what they said, with the inner activity written out. */
  public Effect undo(Received received, Activity undone) {
    return tx -> forget(tx, received, undone);
  }

  /** The same when only the id is given; false when it is not the id of such a word. */
  public boolean undo(Tx tx, Received received, Iri id) {
    Optional<Attendee> said =
        store.find(tx, id).filter(one -> one.actorId().equals(received.actor().id()));
    said.ifPresent(one -> store.delete(tx, one));
    return said.isPresent();
  }
}
