package social.parley.cli.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Something to paint on, with dice that fall the same way for the same subject. */
final class Canvas {
  final int width;
  final int height;
  final Graphics2D pen;
  private final BufferedImage image;
  private final Random dice;

  Canvas(int width, int height, long seed) {
    this.width = width;
    this.height = height;
    this.dice = new Random(seed);
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  BufferedImage image() {
    return image;
  }

  double between(double least, double most) {
    return least + dice.nextDouble() * (most - least);
  }

  int upTo(int bound) {
    return dice.nextInt(bound);
  }

  boolean chance(double of) {
    return dice.nextDouble() < of;
  }

  /** Around zero, seldom far from it. */
  double bell() {
    return dice.nextGaussian();
  }

  @SafeVarargs
  final <T> T pick(T... all) {
    return all[dice.nextInt(all.length)];
  }

  static Color color(int rgb) {
    return new Color(rgb);
  }

  static Color color(int rgb, double opacity) {
    return new Color(rgb & 0xffffff | (int) (opacity * 255) << 24, true);
  }

  /** A colour between two others. */
  static int mix(int from, int to, double share) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int a = from >> shift & 0xff;
      int b = to >> shift & 0xff;
      mixed |= (int) Math.round(a + (b - a) * Math.clamp(share, 0, 1)) << shift;
    }
    return mixed;
  }

  void fill(Color color, Shape shape) {
    pen.setColor(color);
    pen.fill(shape);
  }

  void line(Color color, double thickness, Shape shape) {
    pen.setColor(color);
    pen.setStroke(
        new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(shape);
  }

  void disc(Color color, double x, double y, double radius) {
    fill(color, circle(x, y, radius));
  }

  static Shape circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** A band across the whole width, one colour at its top and another at its bottom. */
  void band(double top, double bottom, Color above, Color below) {
    pen.setPaint(new GradientPaint(0, (float) top, above, 0, (float) bottom, below));
    pen.fillRect(0, (int) top, width, (int) Math.ceil(bottom - top) + 1);
  }

  /** Light that fades from a point. */
  void glow(int rgb, double strength, double x, double y, double radius) {
    pen.setPaint(
        new RadialGradientPaint(
            (float) x,
            (float) y,
            (float) radius,
            new float[] {0, 0.35f, 1},
            new Color[] {color(rgb, strength), color(rgb, strength * 0.45), color(rgb, 0)}));
    pen.fill(circle(x, y, radius));
  }

  /** A rough horizon: heights at even distances, by halving and shaking. */
  double[] horizon(double level, double roughness, double decay) {
    int points = 257;
    double[] heights = new double[points];
    heights[0] = level + between(-roughness, roughness);
    heights[points - 1] = level + between(-roughness, roughness);
    double shake = roughness;
    for (int step = points - 1; step > 1; step /= 2, shake *= decay)
      for (int i = step / 2; i < points; i += step)
        heights[i] = (heights[i - step / 2] + heights[i + step / 2]) / 2 + between(-shake, shake);
    return heights;
  }

  /** Everything below a horizon. */
  Path2D below(double[] horizon) {
    Path2D shape = new Path2D.Double();
    shape.moveTo(0, height);
    for (int i = 0; i < horizon.length; i++)
      shape.lineTo((double) width * i / (horizon.length - 1), horizon[i]);
    shape.lineTo(width, height);
    shape.closePath();
    return shape;
  }
}
