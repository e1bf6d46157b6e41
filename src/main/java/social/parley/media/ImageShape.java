package social.parley.media;

/** The sizes that pictures are brought to, in pixels. */
public enum ImageShape {
  /** The whole picture, at most this area. */
  FULL(3840, 2160, false),
  /** The whole picture as lists show it, at most this area. */
  PREVIEW(640, 360, false),
  /** A custom emoji, at most this area. */
  EMOJI(256, 256, false),
  /** What lies behind the pages, at most this area. */
  WALLPAPER(2560, 1440, false),
  /** At most this size, the rest cut off. */
  AVATAR(400, 400, true),
  HEADER(1500, 500, true),
  LOGO(512, 512, true),
  ICON(192, 192, true),
  BANNER(1680, 882, true);

  private final int width;
  private final int height;
  private final boolean cropped;

  ImageShape(int width, int height, boolean cropped) {
    this.width = width;
    this.height = height;
    this.cropped = cropped;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean cropped() {
    return cropped;
  }

  /** How much a picture of this size must shrink to fit, never more than 1. */
  double scale(int pictureWidth, int pictureHeight) {
    double area = (double) width * height;
    return Math.min(1, Math.sqrt(area / ((double) pictureWidth * pictureHeight)));
  }
}
