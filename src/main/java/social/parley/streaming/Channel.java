package social.parley.streaming;

import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.lists.ListId;

/** Something that can be listened to. */
public sealed interface Channel {
  /** What comes onto somebody's home, and all that concerns only them. */
  record Home(ActorId owner) implements Channel {}

  /** Somebody's notifications alone. */
  record Told(ActorId owner) implements Channel {}

  /** Somebody's conversations. */
  record Direct(ActorId owner) implements Channel {}

  /** Public posts. */
  record Everyone(Where where, boolean onlyMedia) implements Channel {}

  /** Public posts with a tag, which is normalised. */
  record Tagged(String tag, boolean local) implements Channel {}

  /** What the members of a list write. */
  record ListOf(ListId list) implements Channel {}

  /** Answers in the thread that begins with this post, to those who may see them. */
  record Answers(PostId root) implements Channel {}

  /** Where public posts are from. */
  enum Where {
    ANYWHERE,
    HERE,
    ELSEWHERE
  }
}
