package social.parley.browser;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures for people who have no camera: portraits and landscapes from a number. */
final class Painting {
  private Painting() {}

  /** A simple face on a coloured ground. */
  static byte[] portrait(int number) {
    Random random = new Random(number * 7919L);
    float hue = random.nextFloat();
    BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = pen(image);
    pen.setPaint(
        new GradientPaint(
            0, 0, Color.getHSBColor(hue, .35f, .92f), 400, 400, Color.getHSBColor(hue, .5f, .7f)));
    pen.fillRect(0, 0, 400, 400);
    Color skin =
        Color.getHSBColor(.07f, .25f + random.nextFloat() * .4f, .55f + random.nextFloat() * .4f);
    Color hair = Color.getHSBColor(random.nextFloat() * .13f, .5f, .2f + random.nextFloat() * .55f);
    pen.setColor(Color.getHSBColor((hue + .45f) % 1, .5f, .6f));
    pen.fill(new Ellipse2D.Double(60, 300, 280, 240));
    pen.setColor(hair);
    pen.fill(new Ellipse2D.Double(105, 70, 190, 210 + random.nextInt(90)));
    pen.setColor(skin);
    pen.fill(new Ellipse2D.Double(128, 110, 144, 180));
    pen.setColor(hair);
    pen.fill(new Ellipse2D.Double(115, 80, 170, 60 + random.nextInt(30)));
    pen.setColor(new Color(0x2b2622));
    pen.fill(new Ellipse2D.Double(160, 190, 14, 16));
    pen.fill(new Ellipse2D.Double(226, 190, 14, 16));
    pen.setStroke(new java.awt.BasicStroke(6, 1, 1));
    pen.drawArc(172, 205, 56, 46, 200, 140);
    pen.dispose();
    return png(image);
  }

  /** Hills under a sky with a sun. */
  static byte[] landscape(int number, int width, int height) {
    Random random = new Random(number * 104729L);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = pen(image);
    float sky = .52f + random.nextFloat() * .12f;
    pen.setPaint(
        new GradientPaint(
            0, 0, Color.getHSBColor(sky, .45f, .85f), 0, height, new Color(0xfbe7cf)));
    pen.fillRect(0, 0, width, height);
    double sun = height * .14;
    pen.setColor(new Color(255, 244, 214, 235));
    pen.fill(
        new Ellipse2D.Double(width * (.15 + random.nextDouble() * .6), height * .14, sun, sun));
    float green = .22f + random.nextFloat() * .2f;
    for (int hill = 0; hill < 5; hill++) {
      pen.setColor(Color.getHSBColor(green + hill * .012f, .25f + hill * .09f, .72f - hill * .11f));
      Path2D line = new Path2D.Double();
      line.moveTo(0, height);
      double phase = random.nextDouble() * 6;
      double wave = width / (2.5 + random.nextDouble() * 3);
      for (int x = 0; x <= width; x += 4)
        line.lineTo(
            x,
            height * (.42 + hill * .12)
                - Math.sin(x / wave + phase) * height * .07
                - Math.sin(x / wave * 2.7 + phase * 2) * height * .025);
      line.lineTo(width, height);
      line.closePath();
      pen.fill(line);
    }
    pen.dispose();
    return png(image);
  }

  private static Graphics2D pen(BufferedImage image) {
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return pen;
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
