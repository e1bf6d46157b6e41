package social.parley.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;

/** Decodes and encodes pictures; what is written holds pixels and nothing else. */
final class ImageFiles {
  private static final float QUALITY = 0.85f;

  /** Above this, every second pixel of every second line is enough for any size we keep. */
  private static final long SUBSAMPLED = 24_000_000;

  private ImageFiles() {}

  static BufferedImage decode(Path file, ImageHeader header) throws Unusable {
    ImageReader reader = reader(header.type());
    try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in, true, true);
      // A decoder may find another size than the header names, and would make room for that.
      if ((long) reader.getWidth(0) * reader.getHeight(0) > header.pixels())
        throw new Unusable("The picture is damaged");
      ImageReadParam param = reader.getDefaultReadParam();
      if (header.pixels() > SUBSAMPLED) param.setSourceSubsampling(2, 2, 0, 0);
      return reader.read(0, param);
    } catch (IOException | RuntimeException damaged) {
      // Decoders answer hostile bytes with every kind of exception.
      throw new Unusable("The picture is damaged");
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(FileType type) {
    String format =
        switch (type) {
          case PNG -> "png";
          case GIF -> "gif";
          case WEBP -> "webp";
          default -> "jpeg";
        };
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    return readers.next();
  }

  /** Writes a picture as JPEG, or as PNG when it is transparent or asked to stay exact. */
  static Picture.Sized encode(BufferedImage image, boolean exact, Path target) throws IOException {
    boolean png = exact || image.getColorModel().hasAlpha();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(png ? "png" : "jpeg").next();
    Files.deleteIfExists(target);
    try (FileImageOutputStream out = new FileImageOutputStream(target.toFile())) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (!png) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    String type = png ? FileType.PNG.mediaType() : FileType.JPEG.mediaType();
    return new Picture.Sized(target, type, image.getWidth(), image.getHeight());
  }
}
