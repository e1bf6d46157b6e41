package social.parley.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.parley.core.Refused;

/** Brings what people send into the store: bounded, sniffed, decoded and written anew. */
final class Uploads {
  /** A picture in the store. */
  record Stored(Picture picture, String key, @Nullable String previewKey, long bytes) {}

  /** How a file becomes a picture. */
  interface Preparation {
    /** The supplier names new files, which are deleted when all is over. */
    Picture prepare(Path file, Supplier<Path> files) throws Unusable;
  }

  private final BlobStore blobs;
  private final MediaKeys keys;
  private final long maxBytes;

  Uploads(BlobStore blobs, MediaKeys keys, long maxBytes) {
    this.blobs = blobs;
    this.keys = keys;
    this.maxBytes = maxBytes;
  }

  /** Stores what comes, then hands it on; if that fails, nothing stays behind. */
  <T> T store(InputStream content, Preparation preparation, Function<Stored, T> then) {
    List<Path> files = new ArrayList<>();
    List<String> stored = new ArrayList<>();
    try {
      Path source = next(files);
      receive(content, source);
      Picture picture = preparation.prepare(source, () -> next(files));
      Stored result = stored(picture, stored);
      T answer = then.apply(result);
      stored.clear();
      return answer;
    } catch (Unusable unusable) {
      throw new Refused.Invalid("file", unusable.reason());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      stored.forEach(blobs::delete);
      files.forEach(Uploads::forget);
    }
  }

  private Path next(List<Path> files) {
    Path file = blobs.temporary();
    files.add(file);
    return file;
  }

  private void receive(InputStream content, Path target) throws IOException {
    try (OutputStream out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[16 * 1024];
      long total = 0;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        total += read;
        if (total > maxBytes) throw new Refused.Invalid("file", "The file is too large");
        out.write(buffer, 0, read);
      }
      if (total == 0) throw new Refused.Invalid("file", "The file is empty");
    }
  }

  private Stored stored(Picture picture, List<String> stored) throws IOException {
    long bytes = Files.size(picture.full().file());
    String key = put(picture.full(), stored);
    Picture.Sized preview = picture.preview();
    return new Stored(picture, key, preview == null ? null : put(preview, stored), bytes);
  }

  private String put(Picture.Sized file, List<String> stored) {
    String key = keys.next(file.mediaType());
    stored.add(key);
    blobs.put(key, file.file());
    return key;
  }

  static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
