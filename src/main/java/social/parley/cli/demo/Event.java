package social.parley.cli.demo;

import java.time.Instant;
import java.util.List;

/** Something that happens in the story. */
sealed interface Event {
  Instant at();

  /** Somebody posts or replies. */
  record Speaks(Instant at, Line line) implements Event {}

  record Favourites(Instant at, Name who, Line line) implements Event {}

  record Boosts(Instant at, Name who, Line line) implements Event {}

  /** Somebody chooses options of a poll. */
  record Votes(Instant at, Name who, Line line, List<Integer> choices) implements Event {}
}
