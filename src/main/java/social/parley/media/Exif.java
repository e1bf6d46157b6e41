package social.parley.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing of a camera's notes that matters once they are gone: which side is up. */
final class Exif {
  private static final int ORIENTATION = 0x0112;

  private Exif() {}

  /** The orientation in a TIFF structure that starts at an offset; 1 when there is none. */
  static int orientation(byte[] bytes, int offset) {
    if (bytes.length < offset + 8) return 1;
    ByteBuffer tiff = ByteBuffer.wrap(bytes, offset, bytes.length - offset).slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) return 1;
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (entry > tiff.limit() - 12) return 1;
      if ((tiff.getShort(entry) & 0xffff) != ORIENTATION) continue;
      int value = tiff.getShort(entry + 8);
      return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
  }
}
