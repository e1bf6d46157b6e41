package social.parley.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of posting to an inbox. */
public sealed interface Delivered {
  /** Taken. */
  record Ok(int status) implements Delivered {}

  /** The inbox has been deleted for good (410). */
  record Gone() implements Delivered {}

  /** Not taken, and trying again will not help. */
  record Refused(int status, String reason) implements Delivered {}

  /** The peer failed over this one; others may fare better, and it is worth another try later. */
  record Stumbled(int status, String reason) implements Delivered {}

  /** The peer takes nothing now; worth another try, not before that time if one is given. */
  record Later(@Nullable Duration after, String reason) implements Delivered {}
}
