package social.parley.media;

import java.util.ArrayList;
import java.util.List;
import social.parley.storage.Tx;

/** Deletes rows, and after the commit the contents that nobody can find any more. */
final class Leftovers {
  private final BlobStore blobs;

  Leftovers(BlobStore blobs) {
    this.blobs = blobs;
  }

  void remove(Tx tx, List<MediaFile> files) {
    List<String> keys = new ArrayList<>();
    for (MediaFile file : files) {
      MediaStore.delete(tx, file.id());
      keys.add(file.blobKey());
      if (file.previewKey() != null) keys.add(file.previewKey());
    }
    if (!keys.isEmpty()) tx.afterCommit(() -> keys.forEach(blobs::delete));
  }
}
