package social.parley.cli.demo;

import static social.parley.cli.demo.Canvas.color;
import static social.parley.cli.demo.Canvas.mix;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Mountains, water, woods and the night. */
final class Landscapes {
  private static final int LAYERS = 7;

  private Landscapes() {}

  /** The colours of one hour: sky from top to horizon, light, far and near ground. */
  private record Hour(int high, int low, int light, int far, int near) {}

  private static final Hour[] HOURS = {
    new Hour(0x3d5a80, 0xf6bd8f, 0xfff1c9, 0xd9a58f, 0x1d2b3f),
    new Hour(0x5b84b1, 0xf9e0c7, 0xfffbe6, 0xb9c4d6, 0x22364a),
    new Hour(0x2e3a63, 0xe58a7b, 0xffd9a0, 0xa8718a, 0x1a1b33),
    new Hour(0x6fa3c7, 0xe8f1f2, 0xffffff, 0xb4cfd8, 0x1f4037)
  };

  static void ridges(Canvas canvas) {
    Hour hour = canvas.pick(HOURS);
    int w = canvas.width;
    int h = canvas.height;
    canvas.band(0, h * 0.62, color(hour.high()), color(hour.low()));
    canvas.band(h * 0.62, h, color(hour.low()), color(hour.low()));
    double x = w * canvas.between(0.25, 0.75);
    double y = h * canvas.between(0.26, 0.4);
    canvas.glow(hour.light(), 0.9, x, y, w * 0.42);
    canvas.disc(color(hour.light()), x, y, h * 0.045);
    for (int i = 0; i < LAYERS; i++) {
      double nearness = i / (LAYERS - 1.0);
      double level = h * (0.42 + 0.5 * nearness);
      double[] horizon = canvas.horizon(level, h * (0.15 + 0.06 * nearness), 0.5);
      canvas.fill(color(mix(hour.far(), hour.near(), nearness)), canvas.below(horizon));
      // Mist lies in every valley but the nearest.
      if (i < LAYERS - 1)
        canvas.band(
            level + h * 0.02,
            level + h * 0.16,
            color(hour.low(), 0),
            color(hour.low(), 0.5 * (1 - nearness)));
    }
  }

  static void lake(Canvas canvas) {
    int w = canvas.width;
    int h = canvas.height;
    int shore = (int) (h * 0.54);
    canvas.band(0, shore * 0.55, color(0x39465e), color(0x7d7f93));
    canvas.band(shore * 0.55, shore * 0.75, color(0x7d7f93), color(0xf2a65a));
    canvas.band(shore * 0.75, shore, color(0xf2a65a), color(0xf7d6a0));
    for (int i = 0; i < 26; i++) cloud(canvas, shore);
    double x = w * canvas.between(0.35, 0.65);
    canvas.glow(0xffe2ad, 0.85, x, shore * 0.92, w * 0.3);
    canvas.fill(color(0x6d6f86), canvas.below(canvas.horizon(shore * 0.84, h * 0.05, 0.5)));
    canvas.fill(color(0x40495e), canvas.below(canvas.horizon(shore * 0.93, h * 0.03, 0.5)));
    for (int i = 0; i < 130; i++) {
      double side = Math.pow(canvas.between(0, 1), 1.6) * 0.46;
      double at = canvas.chance(0.5) ? side : 1 - side;
      double size = h * canvas.between(0.10, 0.30) * (0.52 - side) * 2;
      fir(canvas, w * at, shore + 2, size, mix(0x16202b, 0x2c3d44, canvas.between(0, 1)));
    }
    mirror(canvas, shore);
  }

  private static void cloud(Canvas canvas, int shore) {
    double x = canvas.between(-0.1, 1) * canvas.width;
    double y = canvas.between(0.02, 0.62) * shore;
    double long_ = canvas.between(0.15, 0.5) * canvas.width;
    Color shade = color(mix(0x2f3a50, 0xc9a38c, y / shore), canvas.between(0.08, 0.25));
    canvas.fill(shade, new Ellipse2D.Double(x, y, long_, canvas.between(0.02, 0.06) * shore));
  }

  private static void fir(Canvas canvas, double x, double foot, double size, int shade) {
    Path2D tree = new Path2D.Double();
    tree.moveTo(x, foot - size);
    int tiers = 5;
    for (int i = 1; i <= tiers; i++) {
      double y = foot - size + size * i / tiers;
      double half = size * 0.2 * i / tiers;
      tree.lineTo(x + half, y);
      if (i < tiers) tree.lineTo(x + half * 0.55, y - size * 0.02);
    }
    for (int i = tiers; i >= 1; i--) {
      double y = foot - size + size * i / tiers;
      double half = size * 0.2 * i / tiers;
      if (i < tiers) tree.lineTo(x - half * 0.55, y - size * 0.02);
      tree.lineTo(x - half, y);
    }
    tree.closePath();
    canvas.fill(color(shade), tree);
  }

  /** Turns everything above the shore over into the water. */
  private static void mirror(Canvas canvas, int shore) {
    BufferedImage above = canvas.image();
    int depth = canvas.height - shore;
    for (int y = 0; y < depth; y++) {
      int from = shore - 1 - (int) ((double) y / depth * shore * 0.92);
      int ripple = (int) Math.round(Math.sin(y * 0.35) * y * 0.012);
      for (int x = 0; x < canvas.width; x++) {
        int rgb = above.getRGB(Math.clamp(x + ripple, 0, canvas.width - 1), from);
        above.setRGB(x, shore + y, mix(rgb & 0xffffff, 0x1d2a3a, 0.22 + 0.3 * y / depth));
      }
    }
    for (int i = 0; i < 60; i++) {
      double y = shore + depth * Math.pow(canvas.between(0, 1), 1.4);
      double x = canvas.between(0, 1) * canvas.width;
      double half = canvas.width * canvas.between(0.02, 0.09);
      canvas.line(color(0xffffff, 0.07), 1.4, new Line2D.Double(x - half, y, x + half, y));
    }
  }

  static void night(Canvas canvas) {
    int w = canvas.width;
    int h = canvas.height;
    canvas.band(0, h, color(0x070b1d), color(0x2a3563));
    for (int i = 0; i < 60; i++) {
      double along = canvas.between(-0.1, 1.1);
      double off = canvas.bell() * 0.07;
      canvas.glow(
          canvas.pick(0x8f9be0, 0xb8a7d9, 0x7fb0d8),
          0.09,
          w * along,
          h * (0.95 - along * 0.9 + off),
          h * canvas.between(0.08, 0.2));
    }
    for (int i = 0; i < 1500; i++) {
      boolean inBand = canvas.chance(0.6);
      double along = canvas.between(0, 1);
      double y = inBand ? 0.95 - along * 0.9 + canvas.bell() * 0.1 : canvas.between(0, 1);
      double size = Math.pow(canvas.between(0, 1), 6) * h * 0.0035 + 0.45;
      int tint = canvas.pick(0xffffff, 0xffffff, 0xffe9c4, 0xcfe0ff);
      canvas.disc(color(tint, canvas.between(0.35, 1)), w * along, h * y, size);
    }
    canvas.band(h * 0.7, h, color(0x4a4f86, 0), color(0x6a5f96, 0.5));
    canvas.fill(color(0x10142b), canvas.below(canvas.horizon(h * 0.78, h * 0.1, 0.5)));
    double[] near = canvas.horizon(h * 0.9, h * 0.05, 0.48);
    canvas.fill(color(0x060814), canvas.below(near));
    hut(canvas, w * 0.68, near[(int) (near.length * 0.68)]);
  }

  private static void hut(Canvas canvas, double x, double ground) {
    double size = canvas.height * 0.05;
    Path2D house = new Path2D.Double();
    house.moveTo(x - size, ground + size);
    house.lineTo(x - size, ground - size * 0.4);
    house.lineTo(x, ground - size * 1.1);
    house.lineTo(x + size, ground - size * 0.4);
    house.lineTo(x + size, ground + size);
    house.closePath();
    canvas.fill(color(0x04050d), house);
    canvas.glow(0xffc45e, 0.8, x + size * 0.35, ground, size * 1.6);
    canvas.fill(
        color(0xffd98a),
        new Rectangle2D.Double(x + size * 0.15, ground - size * 0.2, size * 0.4, size * 0.4));
  }

  static void woodland(Canvas canvas) {
    int w = canvas.width;
    int h = canvas.height;
    int fog = canvas.pick(0xe9efc9, 0xf3e7c3, 0xdcebdc);
    int bark = canvas.pick(0x2f3b2a, 0x3a2f2a, 0x24383a);
    canvas.band(0, h, color(mix(fog, 0x9cbf7a, 0.35)), color(fog));
    canvas.glow(0xffffff, 0.8, w * 0.6, h * 0.35, w * 0.5);
    for (int layer = 0; layer < 5; layer++) {
      double nearness = (layer + 1) / 5.0;
      for (int i = 0; i < 13 - 2 * layer; i++)
        trunk(canvas, nearness, color(mix(fog, bark, nearness * 0.95)));
      for (int i = 0; i < 70; i++) leaves(canvas, nearness, fog);
      canvas.band(h * 0.75, h, color(fog, 0), color(mix(fog, 0x6f9a54, nearness), 0.55));
    }
    canvas.pen.setClip(0, 0, w, h);
    for (int i = 0; i < 6; i++) {
      Path2D beam = new Path2D.Double();
      double x = w * canvas.between(0.2, 1.1);
      double wide = w * canvas.between(0.03, 0.1);
      beam.moveTo(x, -10);
      beam.lineTo(x + wide, -10);
      beam.lineTo(x + wide * 1.8 - w * 0.35, h);
      beam.lineTo(x - w * 0.38, h);
      beam.closePath();
      canvas.fill(color(0xfffbe0, 0.10), beam);
    }
  }

  private static void trunk(Canvas canvas, double nearness, Color shade) {
    double x = canvas.between(0, 1) * canvas.width;
    double half = canvas.width * 0.006 * (0.6 + nearness * nearness * 3);
    double lean = canvas.between(-0.03, 0.03) * canvas.width;
    Path2D trunk = new Path2D.Double();
    trunk.moveTo(x - half, canvas.height);
    trunk.lineTo(x - half * 0.6 + lean, -5);
    trunk.lineTo(x + half * 0.6 + lean, -5);
    trunk.lineTo(x + half, canvas.height);
    trunk.closePath();
    canvas.fill(shade, trunk);
  }

  private static void leaves(Canvas canvas, double nearness, int fog) {
    int green = canvas.pick(0x7fae4b, 0x5f9148, 0xa9c75a, 0x497a4a);
    double y = Math.abs(canvas.bell()) * 0.16;
    canvas.disc(
        color(mix(fog, green, 0.3 + nearness * 0.6), canvas.between(0.25, 0.6)),
        canvas.between(0, 1) * canvas.width,
        y * canvas.height,
        canvas.height * canvas.between(0.01, 0.035) * (0.5 + nearness));
  }

  static void garden(Canvas canvas) {
    int w = canvas.width;
    int h = canvas.height;
    double horizon = h * 0.36;
    canvas.band(0, horizon, color(0xaed3e3), color(0xfdf3dc));
    canvas.glow(0xfff6d0, 0.9, w * 0.75, horizon * 0.7, w * 0.3);
    canvas.fill(color(0x9fb98a), canvas.below(canvas.horizon(horizon * 0.88, h * 0.03, 0.45)));
    canvas.fill(color(0x7fa36a), canvas.below(canvas.horizon(horizon * 0.97, h * 0.015, 0.45)));
    canvas.band(horizon, h, color(0x8a6a4a), color(0x5a3d2b));
    int rows = 9;
    int[] flowers = new int[rows];
    for (int i = 0; i < rows; i++)
      flowers[i] = canvas.pick(0xd1495b, 0xf2b134, 0xe98aa5, 0xffffff, 0x8e6bb0, 0);
    for (int step = 0; step < 42; step++) {
      double depth = Math.pow(step / 41.0, 2.1);
      double y = horizon + (h * 1.03 - horizon) * depth;
      for (int row = 0; row < rows; row++) {
        double across = (row - (rows - 1) / 2.0) / rows;
        double x = w * (0.5 + across * (0.22 + 1.75 * depth));
        plant(canvas, x, y, h * (0.008 + 0.06 * depth), flowers[row]);
      }
    }
  }

  private static void plant(Canvas canvas, double x, double y, double size, int flower) {
    canvas.disc(color(0x2f2018, 0.25), x + size * 0.2, y + size * 0.3, size * 0.9);
    for (int i = 0; i < 6; i++)
      canvas.disc(
          color(canvas.pick(0x3f7d3a, 0x5c9a44, 0x2f6b3c, 0x86b552)),
          x + canvas.bell() * size * 0.4,
          y - canvas.between(0, 1) * size,
          size * canvas.between(0.25, 0.5));
    if (flower == 0) return;
    for (int i = 0; i < 3; i++)
      canvas.disc(
          color(flower),
          x + canvas.bell() * size * 0.4,
          y - canvas.between(0.3, 1.2) * size,
          size * 0.17);
  }
}
