package social.parley.cli;

import java.util.Optional;

/** A server that answers requests until it is closed. */
public interface RunningServer extends AutoCloseable {
  /** The community it serves; not to be closed. */
  Community community();

  /** A new link with which the owner's account is claimed, as long as there is no owner. */
  Optional<String> claimLink();

  /** Finishes what is running; the rest waits for the next start. */
  @Override
  void close();
}
