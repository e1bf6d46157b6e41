package social.parley.portability;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;

/**
 * A list that somebody has brought, and how far it has come. {@code overwrite} says that whatever
 * is not in it goes; {@code removed} is how much of that has gone.
 */
public record Import(
    long id,
    ActorId ownerId,
    ImportKind kind,
    boolean overwrite,
    State state,
    String fileName,
    long removed,
    Instant createdAt,
    @Nullable Instant finishedAt,
    long rows,
    long done,
    long failed) {

  /** How far it has come. */
  public enum State {
    /** Read, and shown to its owner. */
    PROPOSED,
    /** Agreed to. */
    RUNNING,
    FINISHED
  }
}
