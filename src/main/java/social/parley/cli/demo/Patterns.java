package social.parley.cli.demo;

import static social.parley.cli.demo.Canvas.color;
import static social.parley.cli.demo.Canvas.mix;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Things that people make: boards, weaving, books, records, instruments, music and maps. */
final class Patterns {
  private Patterns() {}

  /** A planed board: lines that flow around knots. */
  static void grain(Canvas canvas) {
    int[] wood =
        canvas.pick(
            new int[] {0xd9985f, 0xa7612f, 0x5d2c14},
            new int[] {0xe3b98a, 0xb98250, 0x6b4423},
            new int[] {0xc98b63, 0x8f4f30, 0x47200f});
    int w = canvas.width;
    int h = canvas.height;
    double[][] knots = new double[2][];
    for (int i = 0; i < knots.length; i++)
      knots[i] =
          new double[] {
            w * (0.25 + 0.45 * i + canvas.between(-0.1, 0.1)),
            h * canvas.between(0.25, 0.75),
            h * canvas.between(0.045, 0.075)
          };
    double phase = canvas.between(0, 7);
    for (int y = 0; y < h; y++)
      for (int x = 0; x < w; x++)
        canvas.image().setRGB(x, y, grainAt(x, y, w, h, knots, phase, wood));
  }

  private static int grainAt(
      int x, int y, int w, int h, double[][] knots, double phase, int[] wood) {
    double flow =
        y
            + h * 0.035 * Math.sin(x * 4.1 / w + phase)
            + h * 0.012 * Math.sin(x * 11.3 / w + y * 3.0 / h + phase * 2);
    double dark = 0;
    for (double[] knot : knots) {
      double dx = (x - knot[0]) / knot[2];
      double dy = (y - knot[1]) / knot[2];
      double away = Math.sqrt(dx * dx * 0.6 + dy * dy);
      flow +=
          Math.signum(dy) * knot[2] * 1.5 * Math.exp(-dx * dx / 12) * Math.exp(-Math.abs(dy) / 3);
      if (away < 1)
        dark = Math.max(dark, 0.55 + 0.35 * Math.sin(away * 22) * away + (1 - away) * 0.3);
      else dark = Math.max(dark, 0.5 * Math.exp(-(away - 1) * 3));
    }
    double ring = flow * 46 / h + 0.6 * Math.sin(flow * 9 / h);
    double late = Math.pow(ring - Math.floor(ring), 2.2);
    double fibre = 0.05 * Math.sin(y * 2.3 + 3 * Math.sin(x * 0.013 + y * 0.11));
    int base = mix(wood[0], wood[1], late * 0.85 + fibre);
    return mix(base, wood[2], Math.min(0.92, dark));
  }

  /** Quarter circles in squares, which join into ways and waves. */
  static void tiles(Canvas canvas) {
    int[] palette =
        canvas.pick(
            new int[] {0x1f4e79, 0xe9d8a6, 0xca6702, 0x94b9af},
            new int[] {0x5f4b8b, 0xf6ead7, 0xe69a5c, 0xc9b6e4},
            new int[] {0x264653, 0xf4f1de, 0xe07a5f, 0x81b29a},
            new int[] {0x6b2737, 0xf3e9dc, 0xd9a441, 0x9fb8ad});
    double side = canvas.height / (canvas.height > 500 ? 8.0 : 5.0);
    canvas.fill(color(palette[1]), new Rectangle2D.Double(0, 0, canvas.width, canvas.height));
    for (int row = 0; row * side < canvas.height; row++)
      for (int column = 0; column * side < canvas.width; column++)
        tile(canvas, column * side, row * side, side, palette);
  }

  private static void tile(Canvas canvas, double x, double y, double side, int[] palette) {
    Shape square = new Rectangle2D.Double(x, y, side + 1, side + 1);
    canvas.pen.setClip(square);
    canvas.fill(color(canvas.pick(palette[1], palette[1], palette[3])), square);
    int main = canvas.pick(palette[0], palette[0], palette[2]);
    boolean falling = canvas.chance(0.5);
    for (int corner = 0; corner < 2; corner++) {
      double cx = corner == 0 ? x : x + side;
      double cy = (corner == 0) == falling ? y : y + side;
      for (int ring = 0; ring < 3; ring++)
        canvas.line(
            color(ring == 1 ? palette[2] : main),
            side * 0.12,
            Canvas.circle(cx, cy, side * (0.3 + 0.2 * ring)));
    }
    canvas.pen.setClip(null);
  }

  static void bookshelf(Canvas canvas) {
    int w = canvas.width;
    int h = canvas.height;
    canvas.band(0, h, color(0x3b2a20), color(0x2a1d16));
    int shelves = h > 500 ? 4 : 2;
    double tall = (double) h / shelves;
    for (int shelf = 0; shelf < shelves; shelf++) {
      double foot = tall * (shelf + 1) - tall * 0.09;
      for (double x = w * 0.01; x < w * 0.99; ) x += book(canvas, x, foot, tall);
      canvas.band(foot, foot + tall * 0.09, color(0x9a6b43), color(0x6e4729));
      canvas.band(foot + tall * 0.09, foot + tall * 0.15, color(0x000000, 0.4), color(0, 0));
    }
  }

  /** Paints a book and says how much room it takes. */
  private static double book(Canvas canvas, double x, double foot, double tall) {
    if (canvas.chance(0.05)) return tall * canvas.between(0.1, 0.25);
    double thick = tall * canvas.between(0.06, 0.17);
    double high = tall * canvas.between(0.58, 0.84);
    int cloth =
        canvas.pick(
            0x7c2d2d, 0x2f4b66, 0x2e5d4b, 0xb98b3a, 0x5b3f6f, 0xc9b79c, 0x8a4b2a, 0x394a3a,
            0xa65e5e);
    AffineTransform upright = canvas.pen.getTransform();
    boolean leans = canvas.chance(0.06);
    if (leans) canvas.pen.rotate(-0.14, x + thick, foot);
    canvas.fill(color(cloth), new Rectangle2D.Double(x, foot - high, thick, high));
    canvas.fill(
        color(0x000000, 0.22),
        new Rectangle2D.Double(x + thick * 0.8, foot - high, thick * 0.2, high));
    canvas.fill(
        color(0xffffff, 0.12),
        new Rectangle2D.Double(x + thick * 0.1, foot - high, thick * 0.12, high));
    int gold = canvas.pick(0xe3c878, 0xf1e6cf, 0xd9a441);
    for (double band : new double[] {0.1, 0.14, 0.84})
      canvas.fill(
          color(gold, 0.8),
          new Rectangle2D.Double(x, foot - high * (1 - band), thick, Math.max(1, tall * 0.008)));
    if (canvas.chance(0.6))
      canvas.fill(
          color(gold, 0.75),
          new Rectangle2D.Double(x + thick * 0.25, foot - high * 0.78, thick * 0.5, high * 0.3));
    canvas.pen.setTransform(upright);
    return thick + (leans ? tall * 0.11 : tall * 0.006);
  }

  static void vinyl(Canvas canvas) {
    int w = canvas.width;
    int h = canvas.height;
    int label = canvas.pick(0xe07a2f, 0x2a7f8e, 0xb3404a, 0xd9a441);
    canvas.band(0, h, color(mix(label, 0xf4ead8, 0.75)), color(mix(label, 0xf4ead8, 0.55)));
    double x = w * 0.44;
    double y = h * 0.56;
    double radius = h * 0.78;
    canvas.disc(color(0x000000, 0.2), x + h * 0.015, y + h * 0.02, radius);
    canvas.disc(color(0x15141a), x, y, radius);
    for (double r = radius * 0.34; r < radius * 0.97; r += h * 0.0042)
      canvas.line(
          color(0xffffff, canvas.chance(0.03) ? 0.2 : canvas.between(0.02, 0.075)),
          0.8,
          Canvas.circle(x, y, r));
    for (int side = 0; side < 2; side++)
      for (int i = 0; i < 14; i++)
        canvas.fill(
            color(0xffe4bd, 0.016),
            new Arc2D.Double(
                x - radius * 0.97,
                y - radius * 0.97,
                radius * 1.94,
                radius * 1.94,
                22 + side * 180 + i * 1.2,
                38 - i * 2.4,
                Arc2D.PIE));
    canvas.disc(color(label), x, y, radius * 0.31);
    canvas.line(color(0xffffff, 0.35), h * 0.004, Canvas.circle(x, y, radius * 0.27));
    canvas.disc(color(0xf7f1e3), x, y, radius * 0.022);
  }

  /** The carved rose in the soundboard of a lute. */
  static void rose(Canvas canvas) {
    int w = canvas.width;
    int h = canvas.height;
    canvas.band(0, h, color(0xe9c995), color(0xdcb47a));
    for (int x = 0; x < w; x += 3)
      canvas.line(color(0x9a6b36, canvas.between(0.04, 0.2)), 1, new Line2D.Double(x, 0, x + 4, h));
    double x = w / 2.0;
    double y = h / 2.0;
    double radius = h * 0.4;
    for (int i = 0; i < 7; i++)
      canvas.line(
          color(i % 2 == 0 ? 0x4a2a17 : 0xf3dfb8),
          h * 0.012,
          Canvas.circle(x, y, radius * (1.12 - i * 0.03)));
    canvas.disc(color(0x1c110b), x, y, radius * 0.92);
    canvas.pen.setClip(Canvas.circle(x, y, radius * 0.92));
    AffineTransform level = canvas.pen.getTransform();
    for (int i = 0; i < 12; i++) {
      canvas.pen.rotate(Math.PI / 6, x, y);
      canvas.line(
          color(0xd9b074),
          h * 0.013,
          new Ellipse2D.Double(x - radius * 0.24, y - radius * 0.9, radius * 0.48, radius * 0.9));
      canvas.line(color(0xc79a5c), h * 0.01, Canvas.circle(x, y - radius * 0.62, radius * 0.2));
    }
    canvas.pen.setTransform(level);
    canvas.pen.setClip(null);
    canvas.disc(color(0xd9b074), x, y, radius * 0.12);
    canvas.disc(color(0x4a2a17), x, y, radius * 0.06);
    for (int i = -2; i <= 2; i++)
      canvas.line(
          color(0xfaf4e4, 0.85),
          h * 0.004,
          new Line2D.Double(0, y + i * h * 0.05, w, y + i * h * 0.05));
  }

  static void staff(Canvas canvas) {
    int w = canvas.width;
    int h = canvas.height;
    canvas.band(0, h, color(0xf7f0de), color(0xeee2c6));
    int systems = h > 500 ? 5 : 3;
    double gap = h * 0.5 / (systems * 5);
    for (int system = 0; system < systems; system++) {
      double top = h * (0.09 + 0.84 * system / systems);
      for (int i = 0; i < 5; i++)
        canvas.line(
            color(0x4a4238, 0.75),
            1.3,
            new Line2D.Double(w * 0.05, top + i * gap, w * 0.95, top + i * gap));
      for (int bar = 0; bar <= 4; bar++) {
        double x = w * (0.05 + 0.225 * bar);
        canvas.line(color(0x4a4238), 1.6, new Line2D.Double(x, top, x, top + 4 * gap));
      }
      notes(canvas, top, gap, system);
    }
  }

  private static void notes(Canvas canvas, double top, double gap, int system) {
    double step = system;
    double w = canvas.width;
    for (int i = 0; i < 16; i++) {
      double x = w * (0.075 + 0.85 * i / 16.0);
      step = Math.clamp(step + (i % 4 == 3 ? -canvas.between(1, 3) : canvas.between(0, 2)), -1, 9);
      double y = top + gap * 4 - Math.round(step) * gap / 2;
      double stem = step > 4 ? gap * 3 : -gap * 3;
      double side = step > 4 ? -gap * 0.5 : gap * 0.5;
      canvas.line(color(0x2b2620), 2, new Line2D.Double(x + side, y, x + side, y + stem));
      AffineTransform level = canvas.pen.getTransform();
      canvas.pen.rotate(-0.35, x, y);
      Shape head = new Ellipse2D.Double(x - gap * 0.6, y - gap * 0.42, gap * 1.2, gap * 0.84);
      if (canvas.chance(0.2)) canvas.line(color(0x2b2620), 2, head);
      else canvas.fill(color(0x2b2620), head);
      canvas.pen.setTransform(level);
    }
  }

  /** A map of two summits and a valley, with the way that somebody took. */
  static void contours(Canvas canvas) {
    int w = canvas.width;
    int h = canvas.height;
    double[][] hills = new double[7][];
    for (int i = 0; i < hills.length; i++)
      hills[i] =
          new double[] {
            canvas.between(0, 1) * w,
            canvas.between(0, 1) * h,
            h * canvas.between(0.18, 0.42),
            i < 2 ? 1 : canvas.between(-0.45, 0.45)
          };
    double[] levels = new double[w * h];
    for (int y = 0; y < h; y++)
      for (int x = 0; x < w; x++) levels[y * w + x] = heightAt(x, y, h, hills);
    for (int y = 0; y < h; y++)
      for (int x = 0; x < w; x++) {
        double level = levels[y * w + x];
        int ground = ground(level);
        int step = (int) Math.floor(level * 18);
        boolean edge =
            x + 1 < w
                && y + 1 < h
                && (step != (int) Math.floor(levels[y * w + x + 1] * 18)
                    || step != (int) Math.floor(levels[(y + 1) * w + x] * 18));
        int rgb = edge ? mix(ground, 0x6b4423, step % 5 == 0 ? 0.9 : 0.5) : ground;
        canvas.image().setRGB(x, y, rgb);
      }
    trail(canvas);
  }

  private static double heightAt(double x, double y, double scale, double[][] hills) {
    double level = 0.3 + 0.04 * Math.sin(x * 9 / scale) * Math.cos(y * 8 / scale);
    for (double[] hill : hills) {
      double dx = (x - hill[0]) / hill[2];
      double dy = (y - hill[1]) / hill[2];
      level += hill[3] * 0.7 * Math.exp(-(dx * dx + dy * dy) / 2);
    }
    return level;
  }

  private static int ground(double level) {
    if (level < 0.35) return mix(0xa9cbb0, 0xcfe0b5, level / 0.35);
    if (level < 0.65) return mix(0xcfe0b5, 0xecdcb0, (level - 0.35) / 0.3);
    return mix(0xecdcb0, 0xf8f4ec, (level - 0.65) / 0.35);
  }

  private static void trail(Canvas canvas) {
    Path2D way = new Path2D.Double();
    double y = canvas.height * canvas.between(0.5, 0.9);
    way.moveTo(-10, y);
    for (int i = 1; i <= 6; i++) {
      double x = canvas.width * i / 6.0;
      double next = Math.clamp(y + canvas.bell() * canvas.height * 0.15, 40, canvas.height - 40);
      way.curveTo(x - canvas.width * 0.1, y, x - canvas.width * 0.07, next, x, next);
      y = next;
    }
    canvas.line(color(0xffffff, 0.7), canvas.height * 0.011, way);
    canvas.line(color(0xc0392b), canvas.height * 0.006, way);
  }
}
