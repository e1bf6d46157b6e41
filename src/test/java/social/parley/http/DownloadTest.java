package social.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files that are sent while they are written. */
class DownloadTest {
  private static final byte[] BLOCK = new byte[1 << 20];
  private static HttpServer server;

  @BeforeAll
  static void start() {
    server =
        Servers.start(
            Servers.settings(),
            routes -> {
              routes.get(
                  "/whole",
                  ctx ->
                      Download.send(
                          ctx,
                          "a.bin",
                          "a/b",
                          out -> {
                            out.write(BLOCK);
                          }));
              routes.get(
                  "/never",
                  ctx ->
                      Download.send(
                          ctx,
                          "a.bin",
                          "a/b",
                          out -> {
                            throw new IllegalStateException("before anything was sent");
                          }));
              routes.get(
                  "/half",
                  ctx ->
                      Download.send(
                          ctx,
                          "a.bin",
                          "a/b",
                          out -> {
                            out.write(BLOCK);
                            throw new IllegalStateException("half way");
                          }));
            });
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://localhost:" + server.port() + path);
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    }
  }

  @Test
  void aFileIsForOnePersonAndKept() throws Exception {
    HttpResponse<byte[]> answer = get("/whole");
    assertThat(answer.body()).hasSize(BLOCK.length);
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"a.bin\"");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(answer.headers().firstValue("Content-Type")).contains("a/b");
  }

  @Test
  void whatFailsAtOnceIsNoFile() throws Exception {
    HttpResponse<byte[]> answer = get("/never");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
  }

  @Test
  void halfAFileIsNotTakenForTheWhole() {
    assertThatThrownBy(() -> get("/half")).isInstanceOf(IOException.class);
  }
}
