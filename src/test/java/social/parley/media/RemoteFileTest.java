package social.parley.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.parley.core.Iri;

class RemoteFileTest {
  private static final Iri URL = new Iri("https://elm.test/x");
  private static final String HASH = "UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH";

  private static RemoteFile file(String type, @Nullable String blurhash, int width, int height) {
    return new RemoteFile(
        URL,
        type,
        MediaKind.of(type),
        " a cat ",
        Focus.CENTRE,
        blurhash,
        width,
        height,
        null,
        null);
  }

  @Test
  void senseStays() {
    RemoteFile file = file("image/png", HASH, 640, 480);
    assertThat(file.description()).isEqualTo("a cat");
    assertThat(file.blurhash()).isEqualTo(HASH);
    assertThat(file.width()).isEqualTo(640);
    assertThat(file.height()).isEqualTo(480);
  }

  @Test
  void nonsenseIsLeftOut() {
    RemoteFile file = file("image/png", "\"><script>", -5, 480);
    assertThat(file.blurhash()).isNull();
    assertThat(file.width()).isNull();
    assertThat(file.height()).isNull();
    assertThat(file("image/png", null, 100_001, 1).width()).isNull();
    String tooLong = "😀".repeat(Media.MAX_DESCRIPTION);
    RemoteFile cut =
        new RemoteFile(
            URL,
            "image/png",
            MediaKind.IMAGE,
            "x" + tooLong,
            Focus.CENTRE,
            null,
            null,
            null,
            null,
            null);
    assertThat(cut.description()).hasSize(Media.MAX_DESCRIPTION - 1).endsWith("😀");
  }

  @ParameterizedTest
  @CsvSource({
    "image/png, image/png, IMAGE",
    "IMAGE/JPEG; charset=x, image/jpeg, IMAGE",
    "image/svg+xml, image/svg+xml, UNKNOWN",
    "IMAGE/SVG+XML, image/svg+xml, UNKNOWN",
    "nonsense, application/octet-stream, UNKNOWN",
    "video/mp4, video/mp4, VIDEO"
  })
  void typesAreUniform(String named, String type, MediaKind kind) {
    RemoteFile file = file(named, null, 1, 1);
    assertThat(file.mediaType()).isEqualTo(type);
    assertThat(file.kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -0.5,0.25  | -0.5 | 0.25
          ' 1 , -1 ' | 1    | -1
          7,-9       | 1    | -1
          NaN,0.5    | 0    | 0.5
          """)
  void pointsAreReadAndKeptInside(String text, double x, double y) {
    assertThat(Focus.parse(text)).contains(new Focus(x, y));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "1", "1,2,3", "a,b", ","})
  void whatIsNoPointIsNone(String text) {
    assertThat(Focus.parse(text)).isEmpty();
  }
}
