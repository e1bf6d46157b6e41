package social.parley.mastodon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import social.parley.core.ActorId;
import social.parley.http.Parameters;
import social.parley.http.UploadedFile;
import social.parley.media.Media;
import social.parley.media.MediaFile;

/** Small pictures that clients send along for files, instead of those made here. */
record Thumbnails(Media media) {
  /** The file as it is with the picture that was given, if one was. */
  MediaFile given(ActorId me, MediaFile file, Parameters given) {
    UploadedFile thumbnail = given.file("thumbnail");
    if (thumbnail == null) return file;
    try (InputStream picture = thumbnail.open()) {
      return media.thumbnail(me, file.id(), picture);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
