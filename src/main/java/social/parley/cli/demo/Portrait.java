package social.parley.cli.demo;

import static social.parley.cli.demo.Canvas.color;
import static social.parley.cli.demo.Canvas.mix;

import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Set;

/** A face in flat colours, put together from a few words such as {@code curls glasses skin4}. */
final class Portrait {
  private static final int[] SKIN = {0xf6d7c3, 0xeebf9f, 0xd9a077, 0xb97d55, 0x8d5a3b, 0x6b4230};
  private static final int[] GROUND = {
    0x8fb8de, 0xf2c57c, 0x9ccfb4, 0xe3a5a0, 0xc3b1e1, 0xf0d9a8, 0x8ec3c7, 0xd8a47f
  };
  private static final int[] CLOTH = {
    0x2f4858, 0x7b3f3f, 0x3f6b57, 0x5a4a78, 0xb5652b, 0x31587a, 0x8a6d3b, 0x444b54
  };

  private final Canvas canvas;
  private final Set<String> look;
  private final double unit;
  private final double middle;
  private final int skin;
  private final int hair;

  private Portrait(Canvas canvas, Set<String> look) {
    this.canvas = canvas;
    this.look = look;
    this.unit = canvas.height / 100.0;
    this.middle = canvas.width / 2.0;
    this.skin = SKIN[number("skin", canvas.upTo(SKIN.length) + 1) - 1];
    this.hair =
        has("grey")
            ? 0xcfcac4
            : has("dark")
                ? canvas.pick(0x1f1a17, 0x2b211c, 0x33261f)
                : canvas.pick(0x5a3a22, 0x8a5a2f, 0xb8793a, 0xd9b36c, 0x7a3b22);
  }

  static void paint(Canvas canvas, Set<String> look) {
    Portrait portrait = new Portrait(canvas, look);
    portrait.ground();
    portrait.hairBehind();
    portrait.body();
    portrait.head();
    portrait.features();
    portrait.hairInFront();
    portrait.extras();
  }

  private boolean has(String word) {
    return look.contains(word);
  }

  private int number(String word, int otherwise) {
    for (String each : look)
      if (each.startsWith(word) && each.length() == word.length() + 1)
        return each.charAt(word.length()) - '0';
    return otherwise;
  }

  private Shape oval(double x, double y, double halfWidth, double halfHeight) {
    return new Ellipse2D.Double(
        middle + (x - halfWidth) * unit,
        (y - halfHeight) * unit,
        2 * halfWidth * unit,
        2 * halfHeight * unit);
  }

  private Shape box(double x, double y, double halfWidth, double high, double round) {
    return new RoundRectangle2D.Double(
        middle + (x - halfWidth) * unit,
        y * unit,
        2 * halfWidth * unit,
        high * unit,
        round * unit,
        round * unit);
  }

  private void ground() {
    int ground = GROUND[canvas.upTo(GROUND.length)];
    canvas.band(0, canvas.height, color(mix(ground, 0xffffff, 0.25)), color(ground));
    canvas.fill(
        color(0xffffff, 0.22), oval(canvas.between(-24, 24), canvas.between(18, 46), 34, 34));
  }

  private void hairBehind() {
    if (has("long")) canvas.fill(color(mix(hair, 0, 0.15)), box(0, 26, 25, 58, 34));
    if (has("bob")) canvas.fill(color(mix(hair, 0, 0.15)), box(0, 24, 25, 40, 30));
    if (has("curls"))
      for (int i = 0; i < 26; i++) {
        double turn = Math.PI * (0.92 + 1.16 * i / 25.0);
        canvas.fill(
            color(mix(hair, 0, canvas.between(0, 0.2))),
            oval(Math.cos(turn) * 21, 40 + Math.sin(turn) * 22, 8, 8));
      }
    if (has("bun")) canvas.fill(color(hair), oval(0, 15, 9, 8));
  }

  private void body() {
    int cloth = CLOTH[canvas.upTo(CLOTH.length)];
    canvas.fill(color(cloth), box(0, 78, 34, 60, 44));
    canvas.fill(color(mix(skin, 0x5a2a1a, 0.22)), box(0, 58, 8, 24, 14));
    if (canvas.chance(0.4)) {
      canvas.fill(color(mix(cloth, 0xffffff, 0.25)), oval(0, 79, 12, 5));
      canvas.fill(color(skin), oval(0, 77.5, 9, 4));
    } else {
      Path2D collar = new Path2D.Double();
      collar.moveTo(middle - 10 * unit, 77 * unit);
      collar.lineTo(middle, 90 * unit);
      collar.lineTo(middle + 10 * unit, 77 * unit);
      collar.closePath();
      canvas.fill(color(mix(skin, 0x5a2a1a, 0.12)), collar);
    }
  }

  private void head() {
    if (!has("scarf"))
      for (int side = -1; side <= 1; side += 2)
        canvas.fill(color(mix(skin, 0x5a2a1a, 0.12)), oval(side * 19.5, 47, 4, 5.5));
    canvas.fill(color(skin), oval(0, 45, 19.5, 24));
    for (int side = -1; side <= 1; side += 2)
      canvas.fill(color(0xd9604f, 0.16), oval(side * 11, 54, 4.5, 3));
  }

  private void features() {
    int line = mix(skin, 0x2a1610, 0.82);
    double apart = canvas.between(7.4, 8.8);
    double brow = canvas.between(37, 39.5);
    for (int side = -1; side <= 1; side += 2) {
      canvas.fill(color(line), oval(side * apart, 46, 1.9, 2.3));
      canvas.fill(color(0xffffff, 0.8), oval(side * apart + 0.6, 45.2, 0.6, 0.7));
      canvas.line(
          color(has("grey") ? 0x9a948d : line),
          1.3 * unit,
          arc(side * apart, brow + 3, 4.2, 3, 45, 90));
    }
    canvas.line(color(mix(skin, 0x5a2a1a, 0.4)), 1.2 * unit, arc(0, 51, 2.2, 2.4, 200, 140));
    if (has("beard")) beard();
    double wide = canvas.between(5, 7.5);
    canvas.line(color(line), 1.4 * unit, arc(0, 57, wide, canvas.between(2.5, 4.2), 200, 140));
  }

  private void beard() {
    Area beard = new Area(oval(0, 47, 20, 24.5));
    beard.subtract(new Area(new Rectangle2D.Double(0, 0, canvas.width, 51 * unit)));
    beard.subtract(new Area(oval(0, 50.5, 13.5, 7)));
    canvas.fill(color(mix(hair, 0, 0.1)), beard);
    canvas.fill(color(mix(hair, 0, 0.1)), box(0, 53.2, 8, 3.4, 3.4));
    canvas.fill(color(mix(skin, 0xb5524a, 0.5)), oval(0, 59, 5, 2.1));
  }

  private Shape arc(
      double x, double y, double halfWidth, double halfHeight, double start, double sweep) {
    return new Arc2D.Double(
        middle + (x - halfWidth) * unit,
        (y - halfHeight) * unit,
        2 * halfWidth * unit,
        2 * halfHeight * unit,
        start,
        sweep,
        Arc2D.OPEN);
  }

  private void hairInFront() {
    if (has("scarf")) {
      scarf();
      return;
    }
    if (has("bald")) return;
    if (has("beanie")) {
      beanie();
      return;
    }
    Area cap = new Area(oval(0, 42, 21, 24));
    double line = has("curls") ? 31 : canvas.between(29, 32);
    double shift = canvas.chance(0.5) ? 5 : -5;
    cap.subtract(new Area(oval(has("curls") ? 0 : shift, line + 26, 23, 26)));
    cap.subtract(new Area(new Rectangle2D.Double(0, 47 * unit, canvas.width, canvas.height)));
    canvas.fill(color(hair), cap);
    if (has("curls"))
      for (int i = 0; i < 9; i++)
        canvas.fill(
            color(mix(hair, 0xffffff, canvas.between(0, 0.1))), oval(-16 + 4 * i, 26, 5, 5));
  }

  private void scarf() {
    int cloth = canvas.pick(0x3f6b7a, 0x8a4f6b, 0x4f6f52, 0x2f4858);
    Area veil = new Area(oval(0, 43, 25, 29));
    veil.add(new Area(box(0, 50, 22, 34, 30)));
    Area face = new Area(oval(0, 46, 16.5, 20.5));
    veil.subtract(face);
    canvas.fill(color(cloth), veil);
    canvas.line(color(mix(cloth, 0xffffff, 0.25)), 0.9 * unit, face);
  }

  private void beanie() {
    int wool = canvas.pick(0xc8553d, 0x2f6690, 0x588157, 0xe0a030);
    Area cap = new Area(oval(0, 34, 22, 23));
    cap.subtract(new Area(new Rectangle2D.Double(0, 33 * unit, canvas.width, canvas.height)));
    canvas.fill(color(wool), cap);
    canvas.fill(color(mix(wool, 0, 0.2)), box(0, 29, 22.5, 7, 5));
    canvas.fill(color(mix(wool, 0xffffff, 0.5)), oval(0, 11, 4.5, 4.5));
  }

  private void extras() {
    if (has("glasses")) {
      int rim = canvas.pick(0x2b2b2b, 0x6b3e26, 0x7b2d3b);
      for (int side = -1; side <= 1; side += 2) {
        canvas.fill(color(0xffffff, 0.18), oval(side * 8, 46.5, 6.3, 5.6));
        canvas.line(color(rim), 1.1 * unit, oval(side * 8, 46.5, 6.3, 5.6));
        canvas.line(color(rim), 1.1 * unit, arc(side * 17, 46, 3, 1.5, 20, 140));
      }
      canvas.line(color(rim), 1.1 * unit, arc(0, 46.5, 2, 1.6, 20, 140));
    }
    if (has("rings"))
      for (int side = -1; side <= 1; side += 2)
        canvas.line(color(0xe6c35c), unit, oval(side * 20, 55, 2, 2.4));
  }
}
