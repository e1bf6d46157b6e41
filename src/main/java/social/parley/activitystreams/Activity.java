package social.parley.activitystreams;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;
import tools.jackson.databind.JsonNode;

/** Something that an actor did, one record a type. */
public sealed interface Activity extends Thing {
  Envelope envelope();

  /** What it was done to: mostly one, sometimes none, in batches many. */
  List<Ref> objects();

  default Iri actor() {
    return envelope().actor();
  }

  default Audience audience() {
    return envelope().audience();
  }

  /** The first object. */
  default @Nullable Ref object() {
    return objects().isEmpty() ? null : objects().getFirst();
  }

  /** The id of the first object. */
  default @Nullable Iri objectId() {
    Ref object = object();
    return object == null ? null : object.iri();
  }

  /** The first object where it is written out. */
  default @Nullable Thing objectThing() {
    Ref object = object();
    return object == null ? null : object.thing();
  }

  /** The first object where it is a written-out activity, as in Undo, Accept and Announce. */
  default @Nullable Activity inner() {
    return objectThing() instanceof Activity activity ? activity : null;
  }

  @Override
  default @Nullable Iri id() {
    return envelope().id();
  }

  @Override
  default String type() {
    return getClass().getSimpleName();
  }

  @Override
  default JsonNode raw() {
    return envelope().raw();
  }

  /** Something new, usually with the object written out. */
  record Create(Envelope envelope, List<Ref> objects) implements Activity {
    public Create(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The object as it is from now on. */
  record Update(Envelope envelope, List<Ref> objects) implements Activity {
    public Update(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The object is gone; a Tombstone may stand in for it. */
  record Delete(Envelope envelope, List<Ref> objects) implements Activity {
    public Delete(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The actor wants what the object publishes. */
  record Follow(Envelope envelope, List<Ref> objects) implements Activity {
    public Follow(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** Agreement to a Follow, Join, Invite, Offer or one of the requests below. */
  record Accept(Envelope envelope, List<Ref> objects) implements Activity {
    public Accept(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** Perhaps. */
  record TentativeAccept(Envelope envelope, List<Ref> objects) implements Activity {
    public TentativeAccept(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** Refusal, or the end of an agreement. */
  record Reject(Envelope envelope, List<Ref> objects) implements Activity {
    public Reject(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** Perhaps not. */
  record TentativeReject(Envelope envelope, List<Ref> objects) implements Activity {
    public TentativeReject(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The object joins the target collection. */
  record Add(Envelope envelope, List<Ref> objects) implements Activity {
    public Add(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The object leaves the target or origin collection. */
  record Remove(Envelope envelope, List<Ref> objects) implements Activity {
    public Remove(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** A favourite, an upvote, or with content a reaction (Misskey). */
  record Like(Envelope envelope, List<Ref> objects) implements Activity {
    public Like(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** A downvote. */
  record Dislike(Envelope envelope, List<Ref> objects) implements Activity {
    public Dislike(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** A reaction with the emoji in the envelope's content (litepub). */
  record EmojiReact(Envelope envelope, List<Ref> objects) implements Activity {
    public EmojiReact(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** A boost, or a group passing on what it received (FEP-1b12). */
  record Announce(Envelope envelope, List<Ref> objects) implements Activity {
    public Announce(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The inner activity no longer holds. */
  record Undo(Envelope envelope, List<Ref> objects) implements Activity {
    public Undo(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The actor wants nothing to do with the object, or bans it from the target. */
  record Block(Envelope envelope, List<Ref> objects) implements Activity {
    public Block(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** A report; the first object usually is the account. */
  record Flag(Envelope envelope, List<Ref> objects) implements Activity {
    public Flag(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The object is now to be found at the target. */
  record Move(Envelope envelope, List<Ref> objects) implements Activity {
    public Move(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** Taking part in an event or group. */
  record Join(Envelope envelope, List<Ref> objects) implements Activity {
    public Join(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** No longer taking part. */
  record Leave(Envelope envelope, List<Ref> objects) implements Activity {
    public Leave(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** An invitation of the target or audience to the object. */
  record Invite(Envelope envelope, List<Ref> objects) implements Activity {
    public Invite(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The object is left aside. */
  record Ignore(Envelope envelope, List<Ref> objects) implements Activity {
    public Ignore(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The object is offered to the target. */
  record Offer(Envelope envelope, List<Ref> objects) implements Activity {
    public Offer(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The object was looked at. */
  record View(Envelope envelope, List<Ref> objects) implements Activity {
    public View(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The object was read. */
  record Read(Envelope envelope, List<Ref> objects) implements Activity {
    public Read(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The object was listened to. */
  record Listen(Envelope envelope, List<Ref> objects) implements Activity {
    public Listen(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** Nobody may reply to the object any more (Lemmy). */
  record Lock(Envelope envelope, List<Ref> objects) implements Activity {
    public Lock(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The reported matter is dealt with (Lemmy). */
  record Resolve(Envelope envelope, List<Ref> objects) implements Activity {
    public Resolve(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** A moderator's warning (Lemmy). */
  record Warn(Envelope envelope, List<Ref> objects) implements Activity {
    public Warn(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** A vote as its own activity (PieFed). */
  record PollVote(Envelope envelope, List<Ref> objects) implements Activity {
    public PollVote(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The object is the accepted answer (PieFed). */
  record ChooseAnswer(Envelope envelope, List<Ref> objects) implements Activity {
    public ChooseAnswer(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** A rating of the object (PieFed). */
  record Rate(Envelope envelope, List<Ref> objects) implements Activity {
    public Rate(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** May the instrument quote the object? (FEP-044f) */
  record QuoteRequest(Envelope envelope, List<Ref> objects) implements Activity {
    public QuoteRequest(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** May the object be liked? (GoToSocial) */
  record LikeRequest(Envelope envelope, List<Ref> objects) implements Activity {
    public LikeRequest(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** May the instrument reply to the object? (GoToSocial) */
  record ReplyRequest(Envelope envelope, List<Ref> objects) implements Activity {
    public ReplyRequest(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** May the object be boosted? (GoToSocial) */
  record AnnounceRequest(Envelope envelope, List<Ref> objects) implements Activity {
    public AnnounceRequest(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The reply may be shown (PeerTube). */
  record ApproveReply(Envelope envelope, List<Ref> objects) implements Activity {
    public ApproveReply(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** The reply is not to be shown (PeerTube). */
  record RejectReply(Envelope envelope, List<Ref> objects) implements Activity {
    public RejectReply(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** May the object be featured? (FEP-7aa9) */
  record FeatureRequest(Envelope envelope, List<Ref> objects) implements Activity {
    public FeatureRequest(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** Somebody watched a video (PeerTube). */
  record WatchAction(Envelope envelope, List<Ref> objects) implements Activity {
    public WatchAction(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** From origin to target. */
  record Travel(Envelope envelope, List<Ref> objects) implements Activity {
    public Travel(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** Arrival at a place. */
  record Arrive(Envelope envelope, List<Ref> objects) implements Activity {
    public Arrive(Envelope envelope, Ref object) {
      this(envelope, List.of(object));
    }
  }

  /** An activity of a type that has no record here. */
  record OtherActivity(String type, Envelope envelope, List<Ref> objects) implements Activity {}
}
