package social.parley.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.parley.core.Refused;

/**
 * Works on pictures with a few threads of its own and a limit on the pixels that are in memory at
 * once, so that neither uploads nor hostile files take the server's processor or heap.
 */
public final class Images implements AutoCloseable {
  /** Larger pictures are refused before they are decoded. */
  public static final long MAX_PIXELS = 33_177_600;

  private static final int QUEUE = 64;
  private static final int KILOPIXELS = (int) (MAX_PIXELS / 1000) + 1;

  private final ThreadPoolExecutor threads;
  private final Semaphore memory = new Semaphore(KILOPIXELS, true);

  public Images(int threads) {
    // Platform threads: decoders are native code that would pin the carriers of virtual ones.
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().name("images-", 0).daemon().factory());
    this.threads.allowCoreThreadTimeOut(true);
  }

  /** A picture for a post: upright, without metadata, in a bearable size, with its preview. */
  Picture forPost(Path source, Supplier<Path> files) throws Unusable {
    return run(() -> post(source, files));
  }

  /** A picture cut to a shape. */
  Picture shaped(Path source, ImageShape shape, Supplier<Path> files) throws Unusable {
    return run(() -> {
      ImageHeader header = checked(source);
      return within(
          header,
          () -> {
            BufferedImage image = Pixels.fitted(decoded(source, header, shape), shape);
            return new Picture(encoded(image, header, files), null, Pixels.blurhash(image));
          });
    });
  }

  /** A small picture; one that moves comes with another that does not. */
  Picture forEmoji(Path source, Supplier<Path> files) throws Unusable {
    return run(() -> {
      ImageHeader header = checked(source);
      if (Files.size(source) > EmojiImages.MAX_BYTES)
        throw new Unusable("The picture is too large for an emoji");
      Picture.@Nullable Sized animation =
          header.type() == FileType.GIF ? animation(source, header, files) : null;
      return within(
          header,
          () -> {
            BufferedImage image = decoded(source, header, ImageShape.EMOJI);
            Picture.Sized still = ImageFiles.encode(image, true, files.get());
            String blurhash = Pixels.blurhash(image);
            return animation == null
                ? new Picture(still, null, blurhash)
                : new Picture(animation, still, blurhash);
          });
    });
  }

  /** A square picture, with the same as an icon; both stay exact, as drawings want to. */
  Picture forLogo(Path source, Supplier<Path> files) throws Unusable {
    return run(() -> {
      ImageHeader header = checked(source);
      return within(
          header,
          () -> {
            BufferedImage image =
                Pixels.fitted(decoded(source, header, ImageShape.LOGO), ImageShape.LOGO);
            if (image.getWidth() < ImageShape.ICON.width())
              throw new Unusable("The logo must be at least 192 pixels wide and high");
            return new Picture(
                ImageFiles.encode(image, true, files.get()),
                ImageFiles.encode(Pixels.fitted(image, ImageShape.ICON), true, files.get()),
                Pixels.blurhash(image));
          });
    });
  }

  private Picture post(Path source, Supplier<Path> files) throws Exception {
    ImageHeader header = checked(source);
    Picture.@Nullable Sized animation =
        header.type() == FileType.GIF ? animation(source, header, files) : null;
    return within(
        header,
        () -> {
          BufferedImage image = decoded(source, header, ImageShape.FULL);
          Picture.Sized full = animation == null ? encoded(image, header, files) : animation;
          BufferedImage small = Pixels.fitted(image, ImageShape.PREVIEW);
          return new Picture(full, encoded(small, header, files), Pixels.blurhash(small));
        });
  }

  /** Animations stay as they are, for re-encoding would cost much and gain nothing. */
  private static Picture.@Nullable Sized animation(
      Path source, ImageHeader header, Supplier<Path> files) throws IOException, Unusable {
    Path copy = files.get();
    boolean moves = false;
    try {
      moves = GifFile.copy(source, copy) > 1;
    } finally {
      if (!moves) Files.deleteIfExists(copy);
    }
    String type = FileType.GIF.mediaType();
    return moves ? new Picture.Sized(copy, type, header.width(), header.height()) : null;
  }

  private static ImageHeader checked(Path source) throws IOException, Unusable {
    ImageHeader header = ImageHeader.read(source);
    if (header.pixels() > MAX_PIXELS) throw new Unusable("The picture has too many pixels");
    return header;
  }

  private static BufferedImage decoded(Path source, ImageHeader header, ImageShape shape)
      throws Exception {
    BufferedImage image = ImageFiles.decode(source, header);
    if (!shape.cropped()) image = Pixels.fitted(image, shape);
    return Pixels.withoutUnusedAlpha(Pixels.upright(image, header.orientation()));
  }

  private static Picture.Sized encoded(
      BufferedImage image, ImageHeader header, Supplier<Path> files) throws IOException {
    boolean drawing = header.type() != FileType.JPEG && !Pixels.isPhotograph(image);
    return ImageFiles.encode(image, drawing, files.get());
  }

  private <T> T within(ImageHeader header, Callable<T> work) throws Exception {
    int share = (int) (header.pixels() / 1000) + 1;
    memory.acquire(share);
    try {
      return work.call();
    } finally {
      memory.release(share);
    }
  }

  private <T> T run(Callable<T> work) throws Unusable {
    Future<T> result;
    try {
      result = threads.submit(work);
    } catch (RejectedExecutionException full) {
      throw new Refused.TooMany(Duration.ofSeconds(30));
    }
    try {
      return result.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      result.cancel(true);
      throw new Refused.Unavailable("The server is stopping");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Unusable unusable) throw unusable;
      throw new IllegalStateException(failed.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
