package social.parley.media;

import java.util.Optional;

/** The point of a picture to keep in sight when it is cropped: from -1 (left, bottom) to 1. */
public record Focus(double x, double y) {
  public static final Focus CENTRE = new Focus(0, 0);

  public Focus {
    x = inside(x);
    y = inside(y);
  }

  private static double inside(double value) {
    return Double.isNaN(value) ? 0 : Math.clamp(value, -1, 1);
  }

  /** Reads {@code x,y} as the client API writes it. */
  public static Optional<Focus> parse(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 2) return Optional.empty();
    try {
      return Optional.of(
          new Focus(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip())));
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }
}
