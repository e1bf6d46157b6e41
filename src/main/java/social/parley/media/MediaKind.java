package social.parley.media;

import java.util.Locale;

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
    String family = slash < 0 ? mediaType : mediaType.substring(0, slash);
    return switch (family.strip().toLowerCase(Locale.ROOT)) {
      case "image" -> IMAGE;
      case "video" -> VIDEO;
      case "audio" -> AUDIO;
      default -> UNKNOWN;
    };
  }
}
