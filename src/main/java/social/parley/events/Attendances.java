package social.parley.events;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.actors.Actor;
import social.parley.actors.Actors;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Ids;
import social.parley.core.Page;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.federation.Inboxes;
import social.parley.federation.Outbox;
import social.parley.posts.Content;
import social.parley.posts.Post;
import social.parley.posts.Posts;
import social.parley.storage.Database;
import social.parley.storage.Reading;

/** The front door to who goes to which event. */
public final class Attendances {
  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Actors actors;
  private final Outbox outbox;
  private final Posts posts;
  private final AttendanceStore store = new AttendanceStore();

  public Attendances(
      Database database, Ids ids, Clock clock, Actors actors, Outbox outbox, Posts posts) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.actors = actors;
    this.outbox = outbox;
    this.posts = posts;
  }

  /** Goes to an event, or asks to; of a boost, the original. Nothing happens the second time. */
  public void join(ActorId me, PostId id) {
    database.run(tx -> {
      Post post = seen(tx, me, id);
      Content.Event event = event(post);
      String reason = closed(event, clock.instant());
      if (reason != null) throw new Refused.Invalid("id", reason);
      Attendee before = store.find(tx, me, post.id()).orElse(null);
      if (before != null
          && (before.state() == Attendance.PENDING || before.state() == Attendance.ATTENDING))
        return;
      Actor person = actor(tx, me);
      Actor organiser = actor(tx, post.author());
      long number = ids.next();
      Attendance state =
          AttendanceActivities.asks(event) ? Attendance.PENDING : Attendance.ATTENDING;
      Attendee attendee =
          new Attendee(
              number, me, post.id(), state, AttendanceActivities.id(person, event, number));
      store.put(tx, attendee, clock.instant());
      Activity activity = AttendanceActivities.come(attendee.iri(), person, post, organiser);
      outbox.send(tx, person, activity, Inboxes.of(organiser));
    });
  }

  /** Why nobody can say here that they come; null when they can. */
  public static @Nullable String closed(Content.Event event, Instant now) {
    Instant end = event.end() == null ? event.start() : event.end();
    if (event.joining().equals("external"))
      return "Places at this event are given elsewhere, at the link it names";
    if (event.status().equals("cancelled")) return "This event is cancelled";
    if (end != null && end.isBefore(now)) return "This event is over";
    return null;
  }

  /** Does not go there after all, and says so. */
  public void leave(ActorId me, PostId id) {
    database.run(tx -> {
      Post post = original(tx, id);
      event(post);
      Attendee attendee = store.find(tx, me, post.id()).orElse(null);
      if (attendee == null) return;
      store.delete(tx, attendee);
      // Nobody has let them in.
      if (attendee.state() == Attendance.REFUSED) return;
      Actor person = actor(tx, me);
      Actor organiser = actor(tx, post.author());
      Activity activity = AttendanceActivities.stayAway(attendee.iri(), person, post, organiser);
      outbox.send(tx, person, activity, Inboxes.of(organiser));
    });
  }

  /** Who goes to an event, as far as this server has heard. */
  public Page<ActorId> attending(PostId post, Cursor cursor) {
    return database.read(db -> store.attending(db, post, cursor));
  }

  /** The events that somebody here has joined or asked to. */
  public Page<PostId> joined(ActorId me, Cursor cursor) {
    return database.read(db -> store.joined(db, me, cursor));
  }

  private Post seen(Reading db, ActorId me, PostId id) {
    Post post = original(db, id);
    if (!posts.visibility().canSee(db, me, post)) throw new Refused.NotFound();
    return post;
  }

  private Post original(Reading db, PostId id) {
    Post post = posts.byId(db, id).orElseThrow(Refused.NotFound::new);
    if (post.boostOf() == null) return post;
    return posts.byId(db, post.boostOf()).orElseThrow(Refused.NotFound::new);
  }

  private static Content.Event event(Post post) {
    if (post.content() instanceof Content.Event event) return event;
    throw new Refused.Invalid("id", "is no event");
  }

  private Actor actor(Reading db, ActorId id) {
    return actors.byId(db, id).orElseThrow(Refused.NotFound::new);
  }
}
