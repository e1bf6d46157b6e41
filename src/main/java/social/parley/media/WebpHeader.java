package social.parley.media;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;

/** Walks the chunks of a WebP file; no picture in it may be larger than the whole. */
final class WebpHeader {
  private static final int LOSSY = 0x56503820;
  private static final int LOSSLESS = 0x5650384c;
  private static final int EXTENDED = 0x56503858;
  private static final int FRAME = 0x414e4d46;
  private static final int EXIF = 0x45584946;
  private static final int MAX_EXIF = 65_536;

  private record Size(int width, int height) {}

  private final DataInputStream in;

  private WebpHeader(DataInputStream in) {
    this.in = in;
  }

  static ImageHeader read(DataInputStream in) throws IOException, Unusable {
    in.skipNBytes(12);
    int chunk = in.readInt();
    in.skipNBytes(4);
    WebpHeader webp = new WebpHeader(in);
    return switch (chunk) {
      case LOSSY -> of(webp.lossy(), 1);
      case LOSSLESS -> of(webp.lossless(), 1);
      case EXTENDED -> webp.extended();
      default -> throw new Unusable("The picture is damaged");
    };
  }

  private static ImageHeader of(Size size, int orientation) {
    return new ImageHeader(FileType.WEBP, size.width, size.height, orientation);
  }

  private ImageHeader extended() throws IOException, Unusable {
    in.skipNBytes(4);
    Size canvas = new Size(little(3) + 1, little(3) + 1);
    int orientation = 1;
    try {
      for (int i = 0; i < ImageHeader.MAX_SEGMENTS; i++) {
        int chunk = in.readInt();
        long length = little(4) & 0xffffffffL;
        long left = length + (length & 1);
        switch (chunk) {
          case LOSSY -> left -= bounded(lossy(), canvas, 10);
          case LOSSLESS -> left -= bounded(lossless(), canvas, 5);
          // What follows a frame's own header are chunks again.
          case FRAME -> left = bounded(frame(), canvas, 0);
          case EXIF -> {
            byte[] exif = in.readNBytes((int) Math.min(length, MAX_EXIF));
            boolean named = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x';
            orientation = Exif.orientation(exif, named ? 6 : 0);
            left -= exif.length;
          }
          default -> {}
        }
        in.skipNBytes(left);
      }
    } catch (EOFException end) {
      return of(canvas, orientation);
    }
    return of(canvas, orientation);
  }

  private static int bounded(Size part, Size whole, int read) throws Unusable {
    if (part.width > whole.width || part.height > whole.height)
      throw new Unusable("The picture is damaged");
    return read;
  }

  private Size frame() throws IOException {
    in.skipNBytes(6);
    Size size = new Size(little(3) + 1, little(3) + 1);
    in.skipNBytes(4);
    return size;
  }

  private Size lossy() throws IOException {
    in.skipNBytes(6);
    return new Size(little(2) & 0x3fff, little(2) & 0x3fff);
  }

  private Size lossless() throws IOException {
    in.skipNBytes(1);
    int bits = little(4);
    return new Size((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
  }

  private int little(int bytes) throws IOException {
    return ImageHeader.little(in, bytes);
  }
}
