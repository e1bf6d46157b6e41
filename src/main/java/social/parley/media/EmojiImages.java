package social.parley.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.core.MediaId;
import social.parley.core.Refused;
import social.parley.fetch.Downloaded;
import social.parley.fetch.Fetcher;
import social.parley.fetch.Unfetched;
import social.parley.storage.Tx;

/** The pictures of custom emoji: small, and moving where they move. */
public final class EmojiImages {
  /** The largest file that is taken, in bytes. */
  public static final long MAX_BYTES = 1024 * 1024;

  private final Media media;
  private final BlobStore blobs;
  private final Fetcher fetcher;

  public EmojiImages(Media media, BlobStore blobs, Fetcher fetcher) {
    this.media = media;
    this.blobs = blobs;
    this.fetcher = fetcher;
  }

  /** Stores a picture; {@link #remove} must follow if it is not used after all. */
  public MediaFile upload(ActorId keeper, InputStream content) {
    return media.store(keeper, MediaPurpose.EMOJI, Upload.of(content), ImageShape.EMOJI);
  }

  /** The same with a picture from the web. */
  public MediaFile copy(ActorId keeper, Iri picture) {
    Path file = blobs.temporary();
    try {
      return switch (fetcher.download(picture, file, MAX_BYTES)) {
        case Downloaded.Saved _ -> {
          try (InputStream content = Files.newInputStream(file)) {
            yield upload(keeper, content);
          }
        }
        case Unfetched _ ->
            throw new Refused.Invalid("url", "ERR_UNREACHABLE", "The picture could not be fetched");
      };
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      Uploads.forget(file);
    }
  }

  /** Deletes a picture. */
  public void remove(Tx tx, MediaId id) {
    MediaStore.byId(tx, id).ifPresent(file -> media.remove(tx, List.of(file)));
  }
}
