package social.parley.apps;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures to upload, drawn here. */
final class Pictures {
  private Pictures() {}

  static Path png(Path file) throws IOException {
    BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
    var brush = image.createGraphics();
    brush.setColor(Color.GREEN.darker());
    brush.fillOval(4, 4, 40, 24);
    brush.dispose();
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
