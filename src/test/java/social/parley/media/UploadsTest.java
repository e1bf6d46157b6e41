package social.parley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.core.Refused;

class UploadsTest {
  @TempDir Path folder;
  private final Images images = new Images(1);
  private FolderBlobs blobs;
  private Uploads uploads;

  @BeforeEach
  void open() {
    blobs = new FolderBlobs(folder);
    uploads = new Uploads(blobs, new MediaKeys(new Random(1)), 20_000);
  }

  @AfterEach
  void close() {
    images.close();
  }

  private Uploads.Stored store(byte[] bytes) {
    return uploads.store(new ByteArrayInputStream(bytes), images::forPost, Function.identity());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void onlyThePictureAndItsPreviewStay() throws IOException {
    Uploads.Stored stored = store(TestPictures.png(100, 100));
    assertThat(stored.key()).endsWith(".png").isNotEqualTo(stored.previewKey());
    assertThat(files()).hasSize(2);
    assertThat(blobs.find(stored.key()).orElseThrow().bytes()).isEqualTo(stored.bytes());
  }

  @Test
  void whatIsTooLargeIsNotReadToItsEnd() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0xff;
          }
        };
    assertThatThrownBy(() -> uploads.store(endless, images::forPost, Function.identity()))
        .isInstanceOf(Refused.Invalid.class)
        .hasMessage("The file is too large");
    assertThat(files()).isEmpty();
  }

  @Test
  void aFailureLeavesNothingBehind() throws IOException {
    assertThatThrownBy(() -> store(new byte[0])).hasMessage("The file is empty");
    assertThatThrownBy(() -> store(new byte[99])).isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() ->
            uploads.store(
                new ByteArrayInputStream(TestPictures.png(10, 10)),
                images::forPost,
                _ -> {
                  throw new IllegalStateException("no row");
                }))
        .hasMessage("no row");
    assertThat(files()).isEmpty();
  }
}
