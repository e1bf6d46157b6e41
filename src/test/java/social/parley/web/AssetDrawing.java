package social.parley.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws the pictures that stand in where nobody has chosen one; run it to draw them anew. */
final class AssetDrawing {
  private static final Path FOLDER = Path.of("src/main/resources/social/parley/web/assets/img");
  private static final Color PAPER = new Color(0xf6f3ed);
  private static final Color LEAF = new Color(0x2f6b4f);
  private static final Color PALE_LEAF = new Color(0x9bb0a2);

  private AssetDrawing() {}

  public static void main(String[] none) throws IOException {
    Files.createDirectories(FOLDER);
    write(avatar(), "avatar.png");
    write(header(1500, 500), "header.png");
    write(icon(192), "icon-192.png");
    write(icon(512), "icon-512.png");
    write(banner(), "banner.png");
  }

  private static void write(BufferedImage image, String name) throws IOException {
    ImageIO.write(image, "png", FOLDER.resolve(name).toFile());
  }

  private static BufferedImage blank(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  private static Graphics2D pen(BufferedImage image) {
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return pen;
  }

  private static BufferedImage avatar() {
    BufferedImage image = blank(400, 400);
    Graphics2D pen = pen(image);
    pen.setPaint(new GradientPaint(0, 0, new Color(0xd9e2da), 0, 400, new Color(0xb7c7bb)));
    pen.fillRect(0, 0, 400, 400);
    pen.setColor(new Color(0x6f8f7d));
    pen.fill(new Ellipse2D.Double(138, 92, 124, 124));
    Path2D shoulders = new Path2D.Double();
    shoulders.moveTo(70, 400);
    shoulders.curveTo(70, 290, 130, 240, 200, 240);
    shoulders.curveTo(270, 240, 330, 290, 330, 400);
    shoulders.closePath();
    pen.fill(shoulders);
    pen.dispose();
    return image;
  }

  private static BufferedImage header(int width, int height) {
    BufferedImage image = blank(width, height);
    Graphics2D pen = pen(image);
    pen.setPaint(new GradientPaint(0, 0, new Color(0xdfe6dd), width, height, new Color(0xbccbbf)));
    pen.fillRect(0, 0, width, height);
    Random random = new Random(11);
    for (int hill = 0; hill < 4; hill++) {
      double base = height * (0.45 + hill * 0.16);
      pen.setColor(new Color(0x2f, 0x6b, 0x4f, 26 + hill * 14));
      Path2D line = new Path2D.Double();
      line.moveTo(0, height);
      line.lineTo(0, base);
      double phase = random.nextDouble() * 6;
      for (int x = 0; x <= width; x += 10)
        line.lineTo(x, base - Math.sin(x / (170.0 + hill * 60) + phase) * height * 0.09);
      line.lineTo(width, height);
      line.closePath();
      pen.fill(line);
    }
    pen.dispose();
    return image;
  }

  /** The two overlapping speech bubbles, in a square of 32 units. */
  private static void mark(Graphics2D pen, Color back, Color front) {
    Path2D behind = new Path2D.Double();
    behind.moveTo(13, 3);
    behind.lineTo(27, 3);
    behind.quadTo(29, 3, 29, 5);
    behind.lineTo(29, 14);
    behind.curveTo(29, 19, 25, 23, 20, 23);
    behind.lineTo(19, 23);
    behind.curveTo(15, 23, 11, 19, 11, 15);
    behind.lineTo(11, 5);
    behind.quadTo(11, 3, 13, 3);
    behind.closePath();
    pen.setColor(back);
    pen.fill(behind);
    Path2D before = new Path2D.Double();
    before.moveTo(5, 10);
    before.lineTo(17, 10);
    before.quadTo(19, 10, 19, 12);
    before.lineTo(19, 17);
    before.curveTo(19, 22, 15, 26, 10, 26);
    before.lineTo(7, 26);
    before.lineTo(3, 29);
    before.lineTo(3, 12);
    before.quadTo(3, 10, 5, 10);
    before.closePath();
    pen.setColor(front);
    pen.fill(before);
  }

  private static BufferedImage icon(int size) {
    BufferedImage image = blank(size, size);
    Graphics2D pen = pen(image);
    pen.setColor(PAPER);
    pen.fillRect(0, 0, size, size);
    double scale = size / 32.0 * 0.62;
    pen.transform(AffineTransform.getTranslateInstance(size * 0.19, size * 0.19));
    pen.scale(scale, scale);
    mark(pen, PALE_LEAF, LEAF);
    pen.dispose();
    return image;
  }

  private static BufferedImage banner() {
    BufferedImage image = header(1200, 630);
    Graphics2D pen = pen(image);
    pen.setColor(new Color(255, 253, 250, 225));
    pen.fill(new RoundRectangle2D.Double(440, 155, 320, 320, 90, 90));
    pen.setStroke(new BasicStroke(2));
    pen.translate(510, 225);
    pen.scale(180 / 32.0, 180 / 32.0);
    mark(pen, PALE_LEAF, LEAF);
    pen.dispose();
    return image;
  }
}
