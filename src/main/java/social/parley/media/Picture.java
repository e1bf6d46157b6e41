package social.parley.media;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A picture made ready for the store: its file, its preview if one was asked for, its blurhash. */
record Picture(Sized full, @Nullable Sized preview, String blurhash) {
  /** One file of a picture. */
  record Sized(Path file, String mediaType, int width, int height) {}
}
