package social.parley.media;

/** A file found by one of its two keys. */
public record Keyed(MediaFile file, boolean preview) {
  /** The key of the content that was asked for. */
  String key() {
    String small = file.previewKey();
    return preview && small != null ? small : file.blobKey();
  }
}
