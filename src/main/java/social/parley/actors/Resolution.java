package social.parley.actors;

/** What came of looking for an actor. */
public sealed interface Resolution {
  /** Known, and as fresh as could be had. */
  record Found(Actor actor) implements Resolution {}

  /** Was there and has been deleted for good. */
  record Gone() implements Resolution {}

  /** There is no such actor, or what was found may not be believed. */
  record NotFound(String reason) implements Resolution {}

  /** Nobody can say just now. */
  record Unreachable(String reason) implements Resolution {}
}
