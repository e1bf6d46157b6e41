package social.parley.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.parley.config.Settings;

/** {@code backup}: all data into one file. */
@Command(
    description = "Write the database and all media into one file, also while the server runs.",
    footer = {
      "",
      "The file can be restored into either kind of database.",
      "",
      "Example:",
      "  parley backup /backups/parley-monday.zip"
    })
final class BackupCommand implements Callable<Integer> {
  private final Desk desk;

  BackupCommand(Desk desk) {
    this.desk = desk;
  }

  @Parameters(paramLabel = "FILE", description = "The file to write.")
  private Path file = Path.of("");

  @Option(names = "--overwrite", description = "Replace the file if it exists.")
  private boolean overwrite;

  @Override
  public Integer call() {
    Path archive = desk.shell().folder().resolve(file);
    return desk.inCommunity(community -> {
      try {
        if (!overwrite && Files.exists(archive))
          throw new FileAlreadyExistsException(archive.toString());
        community
            .database()
            .backup(archive, folders(community.settings()), community.remoteMedia().copies());
        desk.out().println("wrote " + archive + " (" + Files.size(archive) / 1024 + " KiB)");
        return Commands.DONE;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    });
  }

  /** The folders that belong to the data, by the names they have in a backup. */
  static Map<String, Path> folders(Settings settings) {
    return Map.of("media", settings.data().resolve("media"));
  }
}
