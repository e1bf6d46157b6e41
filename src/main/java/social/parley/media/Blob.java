package social.parley.media;

import java.io.IOException;
import java.io.InputStream;

/** Stored content that can be read from any position. */
public interface Blob {
  /** Size of the whole content. */
  long bytes();

  /** Opens the content, the first so many bytes left out. */
  InputStream open(long skip) throws IOException;
}
