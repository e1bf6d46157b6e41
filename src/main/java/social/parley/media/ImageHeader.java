package social.parley.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the header of a picture claims, read before anything is decoded: size as stored, and the
 * EXIF orientation (1 to 8).
 */
record ImageHeader(FileType type, int width, int height, int orientation) {
  static final int MAX_SEGMENTS = 4096;

  static ImageHeader read(Path file) throws IOException, Unusable {
    FileType type =
        FileType.of(file)
            .filter(FileType::isPicture)
            .orElseThrow(() ->
                new Unusable(
                    "The file is not a JPEG, PNG, GIF or WebP picture;"
                        + " this server takes no video or sound yet"));
    try (InputStream raw = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(new BufferedInputStream(raw))) {
      ImageHeader header =
          switch (type) {
            case PNG -> png(in);
            case GIF -> gif(in);
            case WEBP -> WebpHeader.read(in);
            default -> jpeg(in);
          };
      if (header.width < 1 || header.height < 1) throw new Unusable("The picture has no size");
      return header;
    } catch (EOFException tooShort) {
      throw new Unusable("The picture is incomplete");
    }
  }

  long pixels() {
    return (long) width * height;
  }

  /** True when width and height change places once the picture is upright. */
  boolean isTurned() {
    return orientation >= 5;
  }

  private static ImageHeader png(DataInputStream in) throws IOException, Unusable {
    in.skipNBytes(12);
    if (in.readInt() != 0x49484452) throw new Unusable("The picture is damaged");
    return new ImageHeader(FileType.PNG, in.readInt(), in.readInt(), 1);
  }

  private static ImageHeader gif(DataInputStream in) throws IOException {
    in.skipNBytes(6);
    int width = little(in, 2);
    return new ImageHeader(FileType.GIF, width, little(in, 2), 1);
  }

  private static ImageHeader jpeg(DataInputStream in) throws IOException, Unusable {
    in.skipNBytes(2);
    int orientation = 1;
    for (int i = 0; i < MAX_SEGMENTS; i++) {
      int marker = marker(in);
      if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) continue;
      int length = in.readUnsignedShort() - 2;
      if (length < 0 || marker == 0xd9 || marker == 0xda) break;
      boolean frame = marker >= 0xc0 && marker <= 0xcf && (marker & 3) != 0 || marker == 0xc0;
      if (frame && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
        in.skipNBytes(1);
        int height = in.readUnsignedShort();
        return new ImageHeader(FileType.JPEG, in.readUnsignedShort(), height, orientation);
      }
      byte[] segment = marker == 0xe1 ? in.readNBytes(length) : null;
      if (segment == null) in.skipNBytes(length);
      else if (segment.length > 6 && segment[0] == 'E' && segment[1] == 'x')
        orientation = Exif.orientation(segment, 6);
    }
    throw new Unusable("The picture is damaged");
  }

  private static int marker(DataInputStream in) throws IOException, Unusable {
    if (in.readUnsignedByte() != 0xff) throw new Unusable("The picture is damaged");
    int marker = 0xff;
    while (marker == 0xff) marker = in.readUnsignedByte();
    return marker;
  }

  static int little(DataInputStream in, int bytes) throws IOException {
    int value = 0;
    for (int i = 0; i < bytes; i++) value |= in.readUnsignedByte() << (8 * i);
    return value;
  }
}
