package social.parley.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import social.parley.jobs.Jobs;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/**
 * Deletes files: their rows at once, their contents by a job, so that neither a crash nor a store
 * that is away leaves any behind. Uploads that nobody used go after a day.
 */
final class Leftovers {
  private static final String DELETE = "media-delete";
  private static final String SWEEP = "media-sweep";
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int BATCH = 200;

  record Contents(List<String> keys) {}

  private final Database database;
  private final Clock clock;
  private final Jobs jobs;

  Leftovers(Database database, Clock clock, Jobs jobs, BlobStore blobs) {
    this.database = database;
    this.clock = clock;
    this.jobs = jobs;
    jobs.handle(DELETE, Contents.class, contents -> contents.keys().forEach(blobs::delete));
    jobs.every(Duration.ofHours(1), SWEEP, this::sweep);
  }

  void remove(Tx tx, List<MediaFile> files) {
    List<String> keys = new ArrayList<>();
    for (MediaFile file : files) {
      MediaStore.delete(tx, file.id());
      keys.add(file.blobKey());
      if (file.previewKey() != null) keys.add(file.previewKey());
      if (file.isRemote()) keys.forEach(key -> CacheStore.delete(tx, key));
    }
    if (!keys.isEmpty()) jobs.enqueue(tx, DELETE, new Contents(keys));
  }

  /** Deletes the content of a small picture that is about to be another. */
  void removePreview(Tx tx, MediaFile file) {
    String key = file.previewKey();
    if (key != null) jobs.enqueue(tx, DELETE, new Contents(List.of(key)));
  }

  private void sweep() {
    Instant before = clock.instant().minus(KEPT);
    int found = BATCH;
    while (found == BATCH)
      found =
          database.write(tx -> {
            List<MediaFile> unused = MediaStore.takeLoose(tx, before, BATCH);
            remove(tx, unused);
            return unused.size();
          });
  }
}
