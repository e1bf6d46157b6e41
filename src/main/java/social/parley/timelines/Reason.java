package social.parley.timelines;

import social.parley.core.ActorId;
import social.parley.lists.PersonalList;

/** Why somebody gets to read a post. */
public sealed interface Reason {
  /** They wrote or boosted it themselves. */
  record Own() implements Reason {}

  /** They follow who wrote it. */
  record Followed(ActorId author) implements Reason {}

  /** Somebody they follow boosted it, or a community that they follow. */
  record Boosted(ActorId by) implements Reason {}

  /** They follow a hashtag of it. */
  record Tagged(String tag) implements Reason {}

  /** Who wrote or boosted it is on a list of theirs. */
  record Listed(PersonalList list) implements Reason {}

  /** It names them. */
  record Named() implements Reason {}

  /** It answers them, or somebody they follow. */
  record Answers(ActorId whom) implements Reason {}
}
