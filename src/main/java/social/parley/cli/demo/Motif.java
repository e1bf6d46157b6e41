package social.parley.cli.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** What a picture of the demo shows; each subject looks the same every time it is painted. */
enum Motif {
  RIDGES(Landscapes::ridges),
  LAKE(Landscapes::lake),
  NIGHT(Landscapes::night),
  WOODLAND(Landscapes::woodland),
  GARDEN(Landscapes::garden),
  GRAIN(Patterns::grain),
  TILES(Patterns::tiles),
  BOOKSHELF(Patterns::bookshelf),
  VINYL(Patterns::vinyl),
  ROSE(Patterns::rose),
  STAFF(Patterns::staff),
  CONTOURS(Patterns::contours);

  private final Consumer<Canvas> painter;

  Motif(Consumer<Canvas> painter) {
    this.painter = painter;
  }

  /** A JPEG file. */
  byte[] paint(String subject, int width, int height) {
    Canvas canvas = new Canvas(width, height, subject.hashCode());
    painter.accept(canvas);
    return jpeg(canvas.image());
  }

  /** A JPEG file of somebody's face. */
  static byte[] portrait(String subject, Set<String> look, int side) {
    Canvas canvas = new Canvas(side, side, subject.hashCode());
    Portrait.paint(canvas, look);
    return jpeg(canvas.image());
  }

  private static byte[] jpeg(BufferedImage image) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpeg", bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
