package social.parley.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures drawn for tests, good ones and hostile ones. */
final class TestPictures {
  private TestPictures() {}

  /** An orange to blue disc. */
  static BufferedImage drawing(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
    graphics.fillOval(0, 0, width, height);
    graphics.dispose();
    return image;
  }

  /** Left half red, right half green. */
  static BufferedImage halves(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++)
      for (int y = 0; y < height; y++) image.setRGB(x, y, x < width / 2 ? 0xff0000 : 0x00ff00);
    return image;
  }

  /** Noise, which looks like a photograph to a counter of colours. */
  static BufferedImage noise(int width, int height) {
    Random random = new Random(1);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++)
      for (int y = 0; y < height; y++) image.setRGB(x, y, random.nextInt(1 << 24));
    return image;
  }

  static byte[] png(int width, int height) {
    return bytes(drawing(width, height, BufferedImage.TYPE_INT_ARGB), "png");
  }

  static byte[] jpeg(int width, int height) {
    return bytes(drawing(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  static byte[] bytes(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return out.toByteArray();
  }

  /** A JPEG with an EXIF block that says how it was held and where. */
  static byte[] withExif(byte[] jpeg, int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(64);
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 1);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    tiff.putInt(0).put("Secret Place".getBytes(StandardCharsets.US_ASCII));
    byte[] block = new byte[tiff.position()];
    tiff.flip().get(block);
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + block.length + 10);
    out.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (block.length + 8));
    out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(block);
    return out.put(jpeg, 2, jpeg.length - 2).array();
  }

  /** A PNG whose header claims any size at all. */
  static byte[] claiming(int width, int height) {
    byte[] png = png(8, 8);
    ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    CRC32 check = new CRC32();
    check.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) check.getValue());
    return png;
  }

  /** A GIF of so many frames with a comment and a trailer of script. */
  static byte[] gif(int frames, int screen, int frame) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text(out, "GIF89a");
    little(out, screen, screen);
    out.writeBytes(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, (byte) 255, (byte) 255, (byte) 255});
    out.writeBytes(new byte[] {0x21, (byte) 0xff, 11});
    text(out, "NETSCAPE2.0");
    out.writeBytes(new byte[] {3, 1, 0, 0, 0, 0x21, (byte) 0xfe, 6});
    text(out, "secret");
    out.write(0);
    for (int i = 0; i < frames; i++) {
      out.writeBytes(new byte[] {0x21, (byte) 0xf9, 4, 0, 5, 0, 0, 0, 0x2c, 0, 0, 0, 0});
      little(out, frame, frame);
      // Clear, one pixel of colour 1, end: codes 4, 1, 5 of three bits.
      out.writeBytes(new byte[] {0, 2, 2, 0x4c, 0x01, 0});
    }
    out.write(0x3b);
    text(out, "<script>alert(1)</script>");
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void little(ByteArrayOutputStream out, int... values) {
    for (int value : values) {
      out.write(value & 0xff);
      out.write(value >> 8);
    }
  }
}
