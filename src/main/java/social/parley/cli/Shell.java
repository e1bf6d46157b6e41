package social.parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/** Where the program was called: its environment, the folder, and where its words go. */
public record Shell(
    Map<String, String> environment, Path folder, PrintWriter out, PrintWriter err) {
  public Shell {
    environment = Map.copyOf(environment);
  }
}
