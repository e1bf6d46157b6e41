package social.parley.text;

/** How the source of a post is written. */
public enum TextFormat {
  PLAIN("text/plain"),
  MARKDOWN("text/markdown"),
  HTML("text/html");

  private final String mediaType;

  TextFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type that documents and the client API name it by. */
  public String mediaType() {
    return mediaType;
  }

  /** The format of a media type; what is not known is plain text. */
  public static TextFormat of(String mediaType) {
    String bare = mediaType.strip();
    for (TextFormat format : values())
      if (bare.regionMatches(true, 0, format.mediaType, 0, format.mediaType.length()))
        return format;
    return PLAIN;
  }
}
