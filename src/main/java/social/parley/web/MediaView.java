package social.parley.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.MediaId;
import social.parley.media.Focus;
import social.parley.media.MediaKind;

/** A file of a post as pages show it; {@code focus} names where to look when it is cropped. */
public record MediaView(
    MediaId id,
    MediaKind kind,
    String mediaType,
    String url,
    String preview,
    String description,
    @Nullable Integer width,
    @Nullable Integer height,
    String focus,
    Focus point,
    List<Track> tracks) {
  public MediaView {
    tracks = List.copyOf(tracks);
  }

  /** Captions of a film; the language is one that browsers know, or null. */
  public record Track(String url, @Nullable String language, String label) {}

  /** The same with captions. */
  MediaView captioned(List<Track> captions) {
    return new MediaView(
        id, kind, mediaType, url, preview, description, width, height, focus, point, captions);
  }

  /** The same with other words, and another point to keep in sight. */
  MediaView described(String words, Focus sight) {
    return new MediaView(
        id, kind, mediaType, url, preview, words, width, height, focus, sight, tracks);
  }

  /** Wide, tall or square; lists lay pictures out by it. */
  public String shape() {
    if (width == null || height == null || height == 0) return "unknown";
    double ratio = (double) width / height;
    return ratio > 1.2 ? "wide" : ratio < 0.83 ? "tall" : "square";
  }
}
