package social.parley.media;

import java.nio.file.Path;
import java.util.Optional;

/** Keeps contents by key; a content never changes once it is there. */
public interface BlobStore {
  /** Takes the content of this file, durably; the file may be gone afterwards. */
  void put(String key, Path content);

  /** The content, or nothing when there is none under this key. */
  Optional<Blob> find(String key);

  /** Forgets a content; it may be missing already. */
  void delete(String key);

  /** A new, empty folder entry for content on its way into the store; the caller deletes it. */
  Path temporary();
}
