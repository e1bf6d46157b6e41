package social.parley.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import social.parley.media.CacheStore.Entry;
import social.parley.storage.Database;

/** Remote contents kept here, at most so many bytes; what was looked at longest ago goes first. */
final class RemoteCache {
  /** Uses are noted once in this time, so that looking at pictures does not write all the time. */
  private static final Duration GRAIN = Duration.ofHours(12);

  private static final int BATCH = 200;

  private final Database database;
  private final BlobStore blobs;
  private final Clock clock;
  private final long limit;

  /** Bytes added since the sum was last taken; the whole limit at first, so that it is taken. */
  private final AtomicLong added;

  RemoteCache(Database database, BlobStore blobs, Clock clock, long limit) {
    this.database = database;
    this.blobs = blobs;
    this.clock = clock;
    this.limit = limit;
    this.added = new AtomicLong(limit);
  }

  Optional<Served> find(String key) {
    Optional<Entry> entry = database.read(db -> CacheStore.find(db, key));
    if (entry.isEmpty()) return Optional.empty();
    Optional<Blob> blob = blobs.find(key);
    if (blob.isEmpty()) {
      database.run(tx -> CacheStore.delete(tx, key));
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (entry.get().usedAt().plus(GRAIN).isBefore(now))
      database.run(tx -> CacheStore.used(tx, key, now));
    return Optional.of(new Served.Stored(entry.get().mediaType(), blob.get()));
  }

  /** Takes a file in; it is no longer where it was. */
  void put(String key, String mediaType, Path file) {
    long bytes = size(file);
    blobs.put(key, file);
    database.run(tx -> CacheStore.put(tx, new Entry(key, mediaType, bytes, clock.instant())));
    if (added.addAndGet(bytes) > limit / 20) {
      added.set(0);
      shrink();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Forgets contents until a tenth of the limit is free. */
  private void shrink() {
    long total = database.read(CacheStore::bytes);
    if (total <= limit) return;
    long surplus = total - limit / 10 * 9;
    while (surplus > 0) {
      List<Entry> oldest = database.read(db -> CacheStore.longestUnused(db, BATCH));
      if (oldest.isEmpty()) return;
      List<Entry> gone = new ArrayList<>();
      for (Entry entry : oldest) {
        if (surplus <= 0) break;
        gone.add(entry);
        surplus -= entry.bytes();
      }
      database.run(tx -> gone.forEach(entry -> CacheStore.delete(tx, entry.blobKey())));
      gone.forEach(entry -> blobs.delete(entry.blobKey()));
    }
  }
}
