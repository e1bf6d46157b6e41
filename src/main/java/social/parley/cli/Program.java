package social.parley.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import social.parley.config.Settings;

/** What the commands need of the program; it is made at the root, which knows all parts. */
public interface Program {
  /** The version of this program. */
  String version();

  /** Opens the data and serves it, by this clock; fails when the address is taken. */
  RunningServer start(Settings settings, Clock clock);

  /** Opens the data, also while a server runs on it, for one command. */
  Community open(Settings settings);

  /** Fills an empty database, and folders by the names they were saved under, from a backup. */
  void restore(Path archive, Map<String, Path> folders, Settings settings) throws IOException;
}
