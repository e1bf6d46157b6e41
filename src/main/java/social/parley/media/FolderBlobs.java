package social.parley.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Contents as files in a folder, spread over two levels of folders by the start of their keys. */
public final class FolderBlobs implements BlobStore {
  // At least four letters first, so that a key can never be a path or a hidden file.
  private static final Pattern KEY = Pattern.compile("[a-z0-9]{4,64}(\\.[a-z0-9]{1,8})?");

  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path folder;
  private final Path arriving;

  public FolderBlobs(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.arriving = this.folder.resolve("arriving");
    try {
      Files.createDirectories(arriving);
      sweep();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Throws away what a crash left half done; another process may be at work with newer files. */
  private void sweep() throws IOException {
    FileTime old = FileTime.from(Instant.now().minus(ABANDONED));
    try (DirectoryStream<Path> left = Files.newDirectoryStream(arriving)) {
      for (Path file : left)
        if (Files.getLastModifiedTime(file).compareTo(old) < 0) Files.deleteIfExists(file);
    }
  }

  @Override
  public void put(String key, Path content) {
    Path target = path(key);
    Path nearby = shelf(key);
    try {
      Files.createDirectories(nearby);
      Path near = content.startsWith(folder) ? content : copied(content);
      try (FileChannel file = FileChannel.open(near, StandardOpenOption.WRITE)) {
        file.force(true);
      }
      Files.move(near, target, StandardCopyOption.ATOMIC_MOVE);
      sync(nearby);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Path copied(Path content) throws IOException {
    return Files.copy(content, temporary());
  }

  /** The new name is durable only when its folder is; not every system can open a folder. */
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notHere) {
      return;
    }
  }

  @Override
  public Optional<Blob> find(String key) {
    if (!KEY.matcher(key).matches()) return Optional.empty();
    Path path = path(key);
    try {
      return Optional.of(new FileBlob(path, Files.size(path)));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void delete(String key) {
    try {
      Files.deleteIfExists(path(key));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public Path temporary() {
    try {
      Path file = Files.createTempFile(arriving, "new", null);
      Files.delete(file);
      return file;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Path path(String key) {
    return shelf(key).resolve(key);
  }

  private Path shelf(String key) {
    if (!KEY.matcher(key).matches()) throw new IllegalArgumentException("not a key");
    return folder.resolve(key.substring(0, 2)).resolve(key.substring(2, 4));
  }

  private record FileBlob(Path path, long bytes) implements Blob {
    @Override
    public InputStream open(long skip) throws IOException {
      SeekableByteChannel channel = Files.newByteChannel(path);
      channel.position(skip);
      return new FilterInputStream(Channels.newInputStream(channel)) {};
    }
  }
}
