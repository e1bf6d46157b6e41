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

/** Files are for those who may see what they belong to. */
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
  void filesFollowTheirPosts() {
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
    assertThat(stranger.open(hidden).status()).isEqualTo(404);
    assertThat(ben.open(hidden).status()).isEqualTo(404);
    ben.open("/@ann").submit(ben.page().select(".relation").attr("action"));
    assertThat(ben.open(hidden).status()).isEqualTo(200);
    assertThat(ben.open(hidden.replaceFirst("/media/\\d+", "/media/1")).status()).isEqualTo(404);
  }
}
