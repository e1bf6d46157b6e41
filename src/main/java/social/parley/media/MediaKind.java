package social.parley.media;

/** What a file is to those who look at it; {@link #GIFV} is a silent, looping video. */
public enum MediaKind {
  IMAGE,
  GIFV,
  VIDEO,
  AUDIO,
  UNKNOWN;

  /** The kind of a media type. */
  public static MediaKind of(String mediaType) {
    int slash = mediaType.indexOf('/');
    return switch (slash < 0 ? mediaType : mediaType.substring(0, slash)) {
      case "image" -> IMAGE;
      case "video" -> VIDEO;
      case "audio" -> AUDIO;
      default -> UNKNOWN;
    };
  }
}
