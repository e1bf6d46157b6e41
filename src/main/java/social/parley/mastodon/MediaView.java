package social.parley.mastodon;

import java.util.List;
import social.parley.core.Iri;
import social.parley.media.MediaFile;
import social.parley.media.MediaUrls;

/** Fills MediaAttachment entities. */
public final class MediaView {
  private final MediaUrls urls;

  MediaView(MediaUrls urls) {
    this.urls = urls;
  }

  public List<MediaJson> of(List<MediaFile> files) {
    return files.stream().map(this::of).toList();
  }

  public MediaJson of(MediaFile file) {
    String full = urls.full(file).value();
    Iri remote = file.remoteUrl();
    Iri preview = file.previewRemoteUrl();
    return new MediaJson(
        file.id().toString(),
        type(file),
        full,
        urls.preview(file).map(Iri::value).orElse(full),
        remote == null ? null : remote.value(),
        preview == null ? null : preview.value(),
        null,
        new MediaJson.Meta(
            new MediaJson.Point(file.focusX(), file.focusY()),
            MediaJson.Size.of(file.width(), file.height()),
            MediaJson.Size.of(file.previewWidth(), file.previewHeight()),
            file.seconds()),
        file.description().isEmpty() ? null : file.description(),
        file.blurhash());
  }

  private static String type(MediaFile file) {
    return switch (file.kind()) {
      case IMAGE -> "image";
      case GIFV -> "gifv";
      case VIDEO -> "video";
      case AUDIO -> "audio";
      case UNKNOWN -> "unknown";
    };
  }
}
