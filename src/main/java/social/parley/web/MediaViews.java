package social.parley.web;

import java.util.List;
import social.parley.core.Iri;
import social.parley.media.Focus;
import social.parley.media.MediaFile;
import social.parley.media.MediaUrls;

/** Fills views of files. */
final class MediaViews {
  private final MediaUrls urls;

  MediaViews(MediaUrls urls) {
    this.urls = urls;
  }

  List<MediaView> of(List<MediaFile> files) {
    return files.stream().map(this::of).toList();
  }

  MediaView of(MediaFile file) {
    String full = path(urls.full(file));
    return new MediaView(
        file.id(),
        file.kind(),
        file.mediaType(),
        full,
        urls.preview(file).map(MediaViews::path).orElse(full),
        file.description(),
        file.width(),
        file.height(),
        focus(file.focus()),
        file.focus(),
        List.of());
  }

  private static String path(Iri address) {
    return address.value().substring(address.origin().length());
  }

  /** One of nine places, because the policy of the pages allows no styles of their own. */
  private static String focus(Focus focus) {
    String across = focus.x() < -0.33 ? "left" : focus.x() > 0.33 ? "right" : "center";
    String down = focus.y() > 0.33 ? "top" : focus.y() < -0.33 ? "bottom" : "middle";
    return down + "-" + across;
  }
}
