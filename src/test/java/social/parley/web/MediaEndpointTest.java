package social.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address of a file is its key; only those who may see its post are told it. */
class MediaEndpointTest {
  @TempDir static Path data;
  private static Town town;

  @BeforeAll
  static void start() {
    town = Town.start(data);
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  private static byte[] picture() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Test
  void onlyWhoSeesThePostLearnsTheAddress() {
    Guest ann = town.member("ann");
    Guest ben = town.member("ben");
    Guest stranger = town.guest();
    ann.open("/compose").attach("files[]", picture());
    ann.submit("/compose", "text", "for all to see", "reach", "public");
    String open = ann.page().select(".shot").attr("href");
    assertThat(stranger.open(open).status()).isEqualTo(200);
    assertThat(stranger.header("Cache-Control")).startsWith("public");
    assertThat(stranger.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(stranger.header("X-Content-Type-Options")).isEqualTo("nosniff");
    ann.open("/compose").attach("files[]", picture());
    ann.submit("/compose", "text", "for followers", "reach", "followers");
    String hidden = ann.page().select(".shot").attr("href");
    assertThat(ann.open(hidden).status()).isEqualTo(200);
    assertThat(ann.header("Cache-Control")).startsWith("private");
    String file = hidden.substring(hidden.lastIndexOf('/') + 1);
    for (Guest other : new Guest[] {stranger, ben})
      for (String page : new String[] {"/", "/local", "/@ann", "/@ann/media"})
        assertThat(other.open(page).page().html()).as(page).doesNotContain(file);
    ben.open("/@ann").submit(ben.page().select(".relation").attr("action"));
    assertThat(ben.open("/@ann/media").page().html()).contains(file);
    assertThat(stranger.open(hidden).header("Cache-Control")).startsWith("private");
    String other = hidden.replaceFirst("/media/\\d+", "/media/1");
    assertThat(stranger.open(other).status()).isEqualTo(404);
    char wrong = file.charAt(0) == 'a' ? 'b' : 'a';
    assertThat(stranger.open(hidden.replace(file, wrong + file.substring(1))).status())
        .isEqualTo(404);
  }
}
