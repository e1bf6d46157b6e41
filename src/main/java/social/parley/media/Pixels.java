package social.parley.media;

import io.trbl.blurhash.BlurHash;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import net.coobird.thumbnailator.Thumbnails;

/** Turns, scales, crops and judges decoded pictures; every result is plain RGB or ARGB. */
final class Pixels {
  private static final int SAMPLES = 64;

  private Pixels() {}

  /** The picture fitted into a shape. */
  static BufferedImage fitted(BufferedImage image, ImageShape shape) throws IOException {
    if (shape.cropped()) return cropped(image, shape);
    double scale = shape.scale(image.getWidth(), image.getHeight());
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    return scaled(image, width, height);
  }

  private static BufferedImage cropped(BufferedImage image, ImageShape shape) throws IOException {
    double wanted = (double) shape.width() / shape.height();
    int width = (int) Math.clamp(Math.round(image.getHeight() * wanted), 1, image.getWidth());
    int height = (int) Math.clamp(Math.round(image.getWidth() / wanted), 1, image.getHeight());
    int left = (image.getWidth() - width) / 2;
    int top = (image.getHeight() - height) / 2;
    BufferedImage middle = image.getSubimage(left, top, width, height);
    double scale = Math.min(1, (double) shape.width() / width);
    return scaled(
        middle,
        Math.max(1, (int) Math.round(width * scale)),
        Math.max(1, (int) Math.round(height * scale)));
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height)
      throws IOException {
    int type = plainType(image);
    if (image.getWidth() == width && image.getHeight() == height && image.getType() == type)
      return image;
    return Thumbnails.of(image).forceSize(width, height).imageType(type).asBufferedImage();
  }

  private static int plainType(BufferedImage image) {
    return image.getColorModel().hasAlpha()
        ? BufferedImage.TYPE_INT_ARGB
        : BufferedImage.TYPE_INT_RGB;
  }

  /** The picture as its camera meant it, by the eight orientations of EXIF. */
  static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation <= 1) return image;
    int width = image.getWidth();
    int height = image.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    boolean turned = orientation >= 5;
    return drawn(image, turn, turned ? height : width, turned ? width : height);
  }

  private static BufferedImage drawn(
      BufferedImage image, AffineTransform transform, int width, int height) {
    BufferedImage target = new BufferedImage(width, height, plainType(image));
    Graphics2D graphics = target.createGraphics();
    graphics.drawImage(image, transform, null);
    graphics.dispose();
    return target;
  }

  /** The same without its alpha channel when nothing in it is transparent. */
  static BufferedImage withoutUnusedAlpha(BufferedImage image) {
    if (!image.getColorModel().hasAlpha() || isTransparent(image)) return image;
    return drawn(image, BufferedImage.TYPE_INT_RGB);
  }

  private static BufferedImage drawn(BufferedImage image, int type) {
    BufferedImage target = new BufferedImage(image.getWidth(), image.getHeight(), type);
    Graphics2D graphics = target.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return target;
  }

  private static boolean isTransparent(BufferedImage image) {
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int pixel : row) if (pixel >>> 24 != 0xff) return true;
    }
    return false;
  }

  /** Photographs hardly repeat a colour; drawings and screenshots do all the time. */
  static boolean isPhotograph(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    int columns = Math.min(SAMPLES, image.getWidth());
    int rows = Math.min(SAMPLES, image.getHeight());
    for (int y = 0; y < rows; y++)
      for (int x = 0; x < columns; x++)
        colours.add(image.getRGB(x * image.getWidth() / columns, y * image.getHeight() / rows));
    return colours.size() > columns * rows / 2 && columns * rows > SAMPLES;
  }

  /** A few letters that a client paints a blurred picture from. */
  static String blurhash(BufferedImage image) throws IOException {
    BufferedImage small =
        Thumbnails.of(image)
            .forceSize(32, 32)
            .imageType(BufferedImage.TYPE_INT_RGB)
            .asBufferedImage();
    return BlurHash.encode(small, 4, 3);
  }
}
