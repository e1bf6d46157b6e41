package social.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Assets, ranges and caching. */
class FilesTest {
  private static final byte[] DIGITS = "0123456789".getBytes(StandardCharsets.US_ASCII);
  private static final Assets ASSETS = new Assets();
  private static HttpServer server;
  private static Wire wire;

  @BeforeAll
  static void start() {
    server =
        Servers.start(
            Servers.settings(),
            routes -> {
              ASSETS.addTo(routes);
              routes.get(
                  "/media/digits",
                  ctx -> {
                    Caching.shared(ctx, Duration.ofHours(1));
                    if (Caching.unchanged(ctx, "v1")) return;
                    Ranges.send(
                        ctx,
                        "video/mp4",
                        DIGITS.length,
                        skip ->
                            new ByteArrayInputStream(DIGITS, Math.toIntExact(skip), DIGITS.length));
                  });
            });
    wire = new Wire(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 200, 0123456789, -",
        "bytes=0-3, 206, 0123, bytes 0-3/10",
        "bytes=7-, 206, 789, bytes 7-9/10",
        "bytes=7-100, 206, 789, bytes 7-9/10",
        "bytes=-2, 206, 89, bytes 8-9/10",
        "bytes=-100, 206, 0123456789, bytes 0-9/10",
        "bytes=10-, 416, '', bytes */10",
        "bytes=-0, 416, '', bytes */10",
        "bytes=5-2, 200, 0123456789, -",
        "bytes=a-b, 200, 0123456789, -",
        "'bytes=0-1,4-5', 200, 0123456789, -",
        "lines=1-2, 200, 0123456789, -",
      })
  void oneRangeIsSentAndTheRestIgnored(String range, int status, String body, String content)
      throws Exception {
    Wire.Answer answer =
        range == null ? wire.get("/media/digits") : wire.get("/media/digits", "Range: " + range);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).isEqualTo(body);
    assertThat(answer.header("Content-Range")).isEqualTo(content == null ? "" : content);
    assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
  }

  @Test
  void aRangeOfAnotherVersionGetsTheWhole() throws Exception {
    String range = "Range: bytes=0-1";
    assertThat(wire.get("/media/digits", range, "If-Range: \"v1\"").status()).isEqualTo(206);
    assertThat(wire.get("/media/digits", range, "If-Range: \"v0\"").status()).isEqualTo(200);
  }

  @Test
  void whatIsKnownIsNotSentAgain() throws Exception {
    Wire.Answer answer = wire.get("/media/digits", "If-None-Match: W/\"v0\", W/\"v1\"");
    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=3600");
    Wire.Answer head = wire.send("HEAD", "/media/digits", new byte[0]);
    assertThat(head.header("Content-Length")).isEqualTo("10");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void assetsAreKeptForEverUnderTheirHash() throws Exception {
    String url = ASSETS.url("htmx.js");
    Wire.Answer answer = wire.get(url, "Accept-Encoding: gzip");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/javascript");
    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.header("Cache-Control")).contains("immutable");
    assertThat(wire.get(url).text()).contains("htmx");
    assertThat(wire.get(url, "If-None-Match: " + answer.header("ETag")).status()).isEqualTo(304);
    Wire.Answer other = wire.get("/assets/0000/htmx.js");
    assertThat(other.status()).isEqualTo(200);
    assertThat(other.header("Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void nothingElseOfTheClassPathIsServed() throws Exception {
    assertThatThrownBy(() -> ASSETS.url("none.css")).isInstanceOf(IllegalArgumentException.class);
    for (String path :
        new String[] {
          "/assets/x/none.css",
          "/assets/x/../package-info.class",
          "/assets/x/%2e%2e/package-info.class",
          "/assets/x/..%2fpackage-info.class",
          "/assets/x//etc/passwd"
        }) assertThat(wire.get(path).status()).as(path).isIn(400, 404);
  }
}
