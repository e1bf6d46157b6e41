package social.parley.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
  @TempDir Path folder;
  private final Images images = new Images(1);
  private int files;

  @AfterEach
  void close() {
    images.close();
  }

  private Path next() {
    return folder.resolve("file" + files++);
  }

  private Picture post(byte[] bytes) throws Exception {
    return images.forPost(Files.write(next(), bytes), this::next);
  }

  private static BufferedImage decoded(Picture.Sized file) throws IOException {
    return ImageIO.read(file.file().toFile());
  }

  private static String text(Picture.Sized file) throws IOException {
    return Files.readString(file.file(), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aPhotographIsTurnedUprightAndForgetsWhereItWasTaken(int orientation) throws Exception {
    byte[] jpeg = TestPictures.bytes(TestPictures.halves(80, 40), "jpeg");
    Picture picture = post(TestPictures.withExif(jpeg, orientation));
    boolean turned = orientation >= 5;
    BufferedImage upright = decoded(picture.full());
    assertThat(upright.getWidth()).isEqualTo(turned ? 40 : 80);
    assertThat(upright.getHeight()).isEqualTo(turned ? 80 : 40);
    boolean firstIsRed = (upright.getRGB(5, 5) >> 16 & 0xff) > 128;
    boolean lastIsRed =
        (upright.getRGB(upright.getWidth() - 5, upright.getHeight() - 5) >> 16 & 0xff) > 128;
    boolean redFirst = orientation == 1 || orientation == 4 || orientation == 5 || orientation == 6;
    assertThat(firstIsRed).isEqualTo(redFirst);
    assertThat(lastIsRed).isEqualTo(!redFirst);
    assertThat(text(picture.full())).doesNotContain("Exif", "Secret");
    assertThat(picture.full().mediaType()).isEqualTo("image/jpeg");
  }

  @Test
  void largePicturesShrink() throws Exception {
    Picture picture = post(TestPictures.jpeg(5000, 2500));
    Picture.Sized full = picture.full();
    assertThat(full.width() * full.height()).isBetween(8_200_000, 8_300_000);
    assertThat((double) full.width() / full.height()).isBetween(1.99, 2.01);
    Picture.Sized preview = picture.preview();
    assertThat(preview).isNotNull();
    assertThat(preview.width() * preview.height()).isBetween(228_000, 232_000);
  }

  @Test
  void drawingsStayExactAndPhotographsDoNot() throws Exception {
    Picture transparent = post(TestPictures.png(300, 300));
    assertThat(transparent.full().mediaType()).isEqualTo("image/png");
    assertThat(decoded(transparent.full()).getRGB(0, 0) >>> 24).isZero();
    assertThat(post(TestPictures.bytes(TestPictures.halves(100, 100), "png")).full().mediaType())
        .isEqualTo("image/png");
    assertThat(post(TestPictures.bytes(TestPictures.noise(100, 100), "png")).full().mediaType())
        .isEqualTo("image/jpeg");
  }

  @Test
  void animationsStayButLoseTheirComments() throws Exception {
    Picture picture = post(TestPictures.gif(3, 1, 1));
    assertThat(picture.full().mediaType()).isEqualTo("image/gif");
    assertThat(text(picture.full())).contains("NETSCAPE").doesNotContain("secret", "script");
    assertThat(picture.preview()).isNotNull();
    assertThat(post(TestPictures.gif(1, 1, 1)).full().mediaType()).isEqualTo("image/png");
  }

  @Test
  void profilePicturesAreCutToShape() throws Exception {
    Path source = Files.write(next(), TestPictures.jpeg(3000, 2000));
    Picture avatar = images.shaped(source, ImageShape.AVATAR, this::next);
    assertThat(decoded(avatar.full()).getWidth()).isEqualTo(400);
    assertThat(decoded(avatar.full()).getHeight()).isEqualTo(400);
    Picture header = images.shaped(source, ImageShape.HEADER, this::next);
    assertThat(decoded(header.full()).getWidth()).isEqualTo(1500);
    assertThat(decoded(header.full()).getHeight()).isEqualTo(500);
  }

  @Test
  void onePixelIsAPicture() throws Exception {
    assertThat(post(TestPictures.png(1, 1)).full().width()).isEqualTo(1);
    Picture line = post(TestPictures.jpeg(4000, 1));
    assertThat(line.full().height()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
        "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
      })
  void webpBecomesSomethingEverybodyReads(String base64) throws Exception {
    Picture picture = post(Base64.getDecoder().decode(base64));
    assertThat(picture.full().width()).isEqualTo(1);
    assertThat(picture.full().mediaType()).isIn("image/jpeg", "image/png");
  }

  private void refuse(byte[] bytes, String reason) {
    assertThatThrownBy(() -> post(bytes)).isInstanceOf(Unusable.class).hasMessage(reason);
    assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("file0"));
  }

  @Test
  void aHeaderThatClaimsAHugePictureIsNotBelieved() {
    refuse(TestPictures.claiming(60_000, 60_000), "The picture has too many pixels");
  }

  @Test
  void aHeaderThatClaimsANegativePictureIsNotBelieved() {
    refuse(TestPictures.claiming(-1, 8), "The picture has no size");
  }

  @Test
  void aFrameLargerThanItsScreenIsNotDecoded() {
    refuse(TestPictures.gif(1, 1, 60_000), "The picture is damaged");
  }

  @Test
  void tooManyFramesAreRefused() {
    refuse(TestPictures.gif(10_000, 1, 1), "The animation has too many frames");
  }

  @Test
  void halfAPngIsRefused() {
    byte[] png = TestPictures.png(300, 300);
    refuse(Arrays.copyOf(png, png.length / 2), "The picture is damaged");
  }

  @Test
  void theStartOfAJpegIsRefused() {
    refuse(Arrays.copyOf(TestPictures.jpeg(300, 300), 100), "The picture is incomplete");
  }

  @Test
  void halfAJpegIsRefusedOrShownAsFarAsItGoes() throws Exception {
    byte[] jpeg = TestPictures.bytes(TestPictures.noise(300, 300), "jpeg");
    try {
      assertThat(post(Arrays.copyOf(jpeg, jpeg.length / 2)).full().width()).isEqualTo(300);
    } catch (Unusable refused) {
      assertThat(refused.reason()).isEqualTo("The picture is damaged");
    }
  }

  @Test
  void whatIsHiddenBehindAPictureIsLost() throws Exception {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(TestPictures.jpeg(50, 50));
    both.writeBytes("PK\3\4<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
    assertThat(text(post(both.toByteArray()).full())).doesNotContain("script", "PK\3\4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain text",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<!doctype html><script>alert(1)</script>",
        "GIF89a",
        "%PDF-1.7",
        "\u0000\u0000\u0000\u0018ftypavif"
      })
  void otherFilesAreNoPictures(String content) {
    assertThatThrownBy(() -> post(content.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(Unusable.class);
  }

  @Test
  void randomDamageNeverDoesMoreThanDamage() throws Exception {
    Random random = new Random(7);
    for (byte[] good :
        new byte[][] {
          TestPictures.jpeg(60, 60), TestPictures.png(60, 60), TestPictures.gif(4, 9, 1)
        })
      for (int i = 0; i < 60; i++) {
        byte[] bad = good.clone();
        for (int j = 0; j < 8; j++) bad[random.nextInt(bad.length)] = (byte) random.nextInt();
        try {
          assertThat(post(bad).blurhash()).isNotEmpty();
        } catch (Unusable refused) {
          assertThat(refused.reason()).isNotEmpty();
        }
      }
  }
}
