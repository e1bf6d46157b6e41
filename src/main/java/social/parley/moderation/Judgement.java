package social.parley.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.actors.Standing;
import social.parley.core.ActorId;

/** What the staff has decided about one actor; each decision with its time, or none. */
public record Judgement(
    ActorId actorId,
    @Nullable Instant silencedAt,
    @Nullable Instant suspendedAt,
    @Nullable Instant sensitizedAt,
    @Nullable Instant removalAt) {

  static Judgement none(ActorId actor) {
    return new Judgement(actor, null, null, null, null);
  }

  /** How the actor stands by this alone. */
  Standing standing() {
    if (suspendedAt != null) return Standing.SUSPENDED;
    return silencedAt == null ? Standing.OK : Standing.LIMITED;
  }

  Judgement silenced(@Nullable Instant when) {
    return new Judgement(actorId, when, suspendedAt, sensitizedAt, removalAt);
  }

  Judgement suspended(@Nullable Instant when, @Nullable Instant removal) {
    return new Judgement(actorId, silencedAt, when, sensitizedAt, removal);
  }

  Judgement sensitized(@Nullable Instant when) {
    return new Judgement(actorId, silencedAt, suspendedAt, when, removalAt);
  }
}
