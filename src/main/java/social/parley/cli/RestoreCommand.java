package social.parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import social.parley.config.Settings;
import social.parley.core.Refused;

/** {@code restore}: the data of a backup into a new database. */
@Command(
    description = "Read a backup into an empty data folder and database.",
    footer = {
      "",
      "The settings say where to: restore before the server is first started there.",
      "",
      "Examples:",
      "  parley restore /backups/parley-monday.zip",
      "  PARLEY_DATABASE=postgresql://parley:secret@localhost/parley parley restore monday.zip"
    })
final class RestoreCommand implements Callable<Integer> {
  private final Desk desk;

  RestoreCommand(Desk desk) {
    this.desk = desk;
  }

  @Parameters(paramLabel = "FILE", description = "The file that 'parley backup' wrote.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    Path archive = desk.shell().folder().resolve(file);
    if (!Files.exists(archive)) throw new NoSuchFileException(archive.toString());
    Settings settings = desk.settings();
    Desk.log(Level.WARNING);
    refuseUnlessEmpty(settings.data());
    desk.program().restore(archive, BackupCommand.folders(settings), settings);
    desk.out().println("restored " + archive + " into " + settings.database());
    return Commands.DONE;
  }

  private static void refuseUnlessEmpty(Path data) throws IOException {
    if (!Files.isDirectory(data)) return;
    try (Stream<Path> inside = Files.list(data)) {
      if (inside.findAny().isPresent())
        throw new Refused.Conflict("the data folder " + data + " is not empty");
    }
  }
}
