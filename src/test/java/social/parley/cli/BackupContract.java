package social.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.mastodon.ApiClient;

/** What was saved from a running server is all there after it was restored elsewhere. */
abstract class BackupContract {
  @TempDir Path folder;

  /** The setting {@code database} of a new, empty database. */
  abstract String database();

  /** That of the one restored into. */
  abstract String target();

  @Test
  void peoplePostsAndPicturesComeBack() throws IOException {
    int port = Caller.freePorts(1);
    String url = "http://localhost:" + port;
    Caller before = caller("before", port).set("PARLEY_DATABASE", database());
    String token;
    String post;
    try (RunningServer _ = before.serve();
        ApiClient client = new ApiClient(url)) {
      before.out("account", "create", "ada", "--email", "ada@example.org");
      token = before.out("token", "create", "ada").strip();
      String picture = client.upload("/api/v2/media", token, picture()).text("/id");
      post =
          client
              .form("/api/v1/statuses", token, "status", "Keep this", "media_ids[]", picture)
              .text("/id");
      before.out("backup", "all.zip");
    }
    assertThat(before.call("backup", "all.zip").err()).contains("exists already");
    Caller after = caller("after", port).set("PARLEY_DATABASE", target());
    String archive = folder.resolve("before/all.zip").toString();
    after.out("restore", archive);
    assertThat(after.call("restore", archive).code()).isEqualTo(Commands.FAILED);
    assertThat(after.out("account", "list")).isEqualTo(before.out("account", "list"));
    try (RunningServer _ = after.serve();
        ApiClient client = new ApiClient(url)) {
      var found = client.get("/api/v1/statuses/" + post, token);
      assertThat(found.text("/content")).contains("Keep this");
      String file = URI.create(found.text("/media_attachments/0/url")).getPath();
      assertThat(client.get(file, null).status()).isEqualTo(200);
    }
  }

  private Caller caller(String name, int port) {
    return new Caller(folder.resolve(name))
        .set("PARLEY_URL", "http://localhost:" + port)
        .set("PARLEY_LISTEN", "127.0.0.1:" + port);
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
