package social.parley.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Copies a GIF block by block: pictures and timing stay, comments, texts, foreign extensions and
 * whatever follows the end are left out.
 */
final class GifFile {
  static final int MAX_FRAMES = 2000;

  private static final int EXTENSION = 0x21;
  private static final int PICTURE = 0x2c;
  private static final int END = 0x3b;
  private static final int TIMING = 0xf9;
  private static final int APPLICATION = 0xff;

  private final DataInputStream in;
  private final OutputStream out;
  private int frames;

  private GifFile(DataInputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** Writes the copy and answers how many frames it has. */
  static int copy(Path from, Path to) throws IOException, Unusable {
    try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(from)));
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
      GifFile gif = new GifFile(in, out);
      gif.run();
      return gif.frames;
    } catch (EOFException tooShort) {
      throw new Unusable("The picture is incomplete");
    }
  }

  private void run() throws IOException, Unusable {
    keep(10);
    int flags = keepByte();
    keep(2);
    if ((flags & 0x80) != 0) keep(3 << ((flags & 7) + 1));
    while (true) {
      switch (in.readUnsignedByte()) {
        case EXTENSION -> extension();
        case PICTURE -> picture();
        case END -> {
          out.write(END);
          return;
        }
        default -> throw new Unusable("The picture is damaged");
      }
    }
  }

  private void picture() throws IOException, Unusable {
    if (++frames > MAX_FRAMES) throw new Unusable("The animation has too many frames");
    out.write(PICTURE);
    keep(8);
    int flags = keepByte();
    if ((flags & 0x80) != 0) keep(3 << ((flags & 7) + 1));
    keepByte();
    blocks(true);
  }

  private void extension() throws IOException {
    int label = in.readUnsignedByte();
    if (label == TIMING) {
      out.write(EXTENSION);
      out.write(label);
      blocks(true);
    } else if (label == APPLICATION) application();
    else blocks(false);
  }

  /** Of all application blocks only the one that says how often to repeat is needed. */
  private void application() throws IOException {
    int length = in.readUnsignedByte();
    byte[] name = in.readNBytes(length);
    String known = new String(name, StandardCharsets.ISO_8859_1);
    boolean repeats = known.equals("NETSCAPE2.0") || known.equals("ANIMEXTS1.0");
    if (repeats) {
      out.write(EXTENSION);
      out.write(APPLICATION);
      out.write(length);
      out.write(name);
    }
    if (length > 0) blocks(repeats);
  }

  private void blocks(boolean kept) throws IOException {
    while (true) {
      int length = in.readUnsignedByte();
      if (kept) {
        out.write(length);
        keep(length);
      } else in.skipNBytes(length);
      if (length == 0) return;
    }
  }

  private int keepByte() throws IOException {
    int value = in.readUnsignedByte();
    out.write(value);
    return value;
  }

  private void keep(int count) throws IOException {
    byte[] bytes = new byte[count];
    in.readFully(bytes);
    out.write(bytes);
  }
}
