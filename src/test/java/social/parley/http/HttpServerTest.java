package social.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import social.parley.core.Refused;
import social.parley.core.Scope;

class HttpServerTest {
  private static HttpServer server;
  private static Wire wire;

  @BeforeAll
  static void start() {
    ErrorAnswers api =
        new ErrorAnswers() {
          @Override
          public boolean covers(Context ctx) {
            return ctx.path().startsWith("/api/");
          }

          @Override
          public void refuse(Context ctx, Refused refused) {
            ctx.status(404).json(java.util.Map.of("error", refused.reason()));
          }

          @Override
          public void fail(Context ctx, int status, String reason) {
            ctx.json(java.util.Map.of("error", status));
          }
        };
    server = Servers.start(Servers.settings(), List.of(api), HttpServerTest::routes, List.of());
    wire = new Wire(server);
  }

  record Shape(String displayName, String note) {}

  private static void routes(RoutesConfig routes) {
    routes.get("/page", ctx -> ctx.html("<p>hello</p>"));
    routes.get("/api/v1/shape", ctx -> ctx.json(new Shape("Ada", null)));
    routes.get("/api/v1/bug", ctx -> Integer.parseInt("x"));
    routes.get("/refused", ctx -> fail(new Refused.Gone()));
    routes.get(
        "/scope", ctx -> ctx.result(Scope.REQUEST.get() + Thread.currentThread().isVirtual()));
    routes.post("/echo", ctx -> ctx.result(ctx.bodyAsBytes()));
    routes.post("/form", ctx -> ctx.result(Parameters.of(ctx).text("a", "")));
    routes.get("/error", ctx -> linkage());
  }

  private static void linkage() {
    throw new LinkageError("broken");
  }

  private static void fail(Refused refused) {
    throw refused;
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyAnswerTellsBrowsersWhatItMayDo() throws Exception {
    for (String path : List.of("/page", "/nothing", "/api/v1/bug")) {
      Wire.Answer answer = wire.get(path);
      assertThat(answer.header("Content-Security-Policy"))
          .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("X-Request-Id")).hasSize(12);
      assertThat(answer.header("Server")).isEmpty();
      assertThat(answer.header("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void jsonHasSnakeCaseNullsAndItsCharset() throws Exception {
    Wire.Answer answer = wire.get("/api/v1/shape/");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
    assertThat(answer.text()).isEqualTo("{\"display_name\":\"Ada\",\"note\":null}");
  }

  @Test
  void requestsRunOnVirtualThreadsAndKnowTheirId() throws Exception {
    Wire.Answer answer = wire.get("/scope");
    assertThat(answer.text()).isEqualTo(answer.header("X-Request-Id") + "true");
  }

  @Test
  void aSurfaceWordsItsErrors() throws Exception {
    assertThat(wire.get("/api/v1/none").text()).isEqualTo("{\"error\":\"Record not found\"}");
    Wire.Answer bug = wire.get("/api/v1/bug");
    assertThat(bug.status()).isEqualTo(500);
    assertThat(bug.text()).isEqualTo("{\"error\":500}");
    assertThat(wire.send("PUT", "/api/v1/shape", new byte[0]).status()).isEqualTo(405);
    assertThat(wire.get("/refused").status()).isEqualTo(410);
    assertThat(wire.get("/error").status()).isEqualTo(500);
  }

  @Test
  void headHasTheHeadersOfGetAndNoBody() throws Exception {
    Wire.Answer answer = wire.send("HEAD", "/page", new byte[0]);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void otherOriginsMayUseTheApiButNotThePages() throws Exception {
    Wire.Answer preflight =
        wire.send(
            "OPTIONS",
            "/api/v1/shape",
            new byte[0],
            "Origin: https://app.example",
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Headers: authorization, idempotency-key");
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(preflight.header("Access-Control-Allow-Headers")).contains("idempotency-key");
    assertThat(preflight.header("Access-Control-Allow-Methods")).contains("DELETE");
    assertThat(wire.get("/api/v1/shape").header("Access-Control-Expose-Headers"))
        .contains("Link", "X-RateLimit-Reset", "Mastodon-Async-Refresh");
    assertThat(wire.get("/page").header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(
            wire.get("/page", "Accept: application/activity+json")
                .header("Access-Control-Allow-Origin"))
        .isEqualTo("*");
  }

  @Test
  void foreignHostNamesGetNothing() throws Exception {
    assertThat(wire.get("/page", "Host: rebind.example").status()).isEqualTo(421);
    assertThat(wire.get("/page", "Host: LOCALHOST:8080").status()).isEqualTo(200);
    assertThat(wire.get("/page", "Host: 127.0.0.1:1").status()).isEqualTo(200);
    assertThat(wire.get("/health", "Host: 10.0.0.1").text()).isEqualTo("{\"status\":\"OK\"}");
  }

  @Test
  void bodiesEndAtTheLimit() throws Exception {
    byte[] fits = new byte[HttpServer.BODY_LIMIT];
    assertThat(wire.send("POST", "/echo", fits).body()).hasSize(fits.length);
    String head = "POST /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    assertThat(wire.raw(head + "Content-Length: 1048577\r\n\r\n", new byte[0]).status())
        .isEqualTo(413);
    String chunk = "80000\r\n" + "x".repeat(0x80000) + "\r\n";
    byte[] chunks = (chunk + chunk + "1\r\nx\r\n").getBytes(StandardCharsets.US_ASCII);
    assertThat(wire.raw(head + "Transfer-Encoding: chunked\r\n\r\n", chunks).status())
        .isEqualTo(413);
  }

  @Test
  void whatIsNoRequestGetsAPlainAnswer() throws Exception {
    Wire.Answer answer = wire.raw("NONSENSE\r\n\r\n", new byte[0]);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).isEqualTo("{\"error\":\"Bad Request\"}\n");
    String head = "GET /page HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000);
    Wire.Answer tooLong = wire.raw(head + "\r\n\r\n", new byte[0]);
    assertThat(tooLong.status()).isEqualTo(431);
    assertThat(tooLong.text()).startsWith("{\"error\":");
    assertThat(wire.get("/page/%00").text()).isEqualTo("{\"error\":\"Bad Request\"}\n");
    assertThat(wire.get("/page/%ED%A0").text()).isEqualTo("{\"error\":\"Bad Request\"}\n");
  }

  @Test
  void aCharacterSetThatNobodyKnowsIsNoFault() throws Exception {
    for (String charset : List.of("bogus", "%%%")) {
      String type = "Content-Type: application/x-www-form-urlencoded; charset=" + charset;
      Wire.Answer answer = wire.send("POST", "/form", new byte[] {'a', '=', 'b'}, type);
      assertThat(answer.status()).as(charset).isEqualTo(415);
    }
  }

  @Test
  void metricsAreForNeighboursOnly() throws Exception {
    wire.get("/page");
    assertThat(wire.get("/metrics").text())
        .contains("method=\"GET\",route=\"/page\",status=\"2xx\"");
    assertThat(wire.get("/metrics", "X-Forwarded-For: 203.0.113.9").status()).isEqualTo(404);
    assertThat(wire.get("/metrics", "X-Forwarded-For: nonsense").status()).isEqualTo(404);
  }

  @Test
  void longTextsAreCompressed() throws Exception {
    HttpServer own =
        Servers.start(Servers.settings(), r -> r.get("/long", ctx -> ctx.result("x".repeat(9000))));
    try (own) {
      Wire.Answer answer = new Wire(own).get("/long", "Accept-Encoding: gzip");
      assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
      assertThat(answer.body().length).isLessThan(1000);
    }
  }

  @Test
  void aStopLetsRunningRequestsFinish() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch mayFinish = new CountDownLatch(1);
    HttpServer own =
        Servers.start(
            Servers.settings(),
            routes ->
                routes.get(
                    "/slow",
                    ctx -> {
                      running.countDown();
                      mayFinish.await();
                      ctx.result("finished");
                    }));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), own.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /slow HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      running.await();
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(own::close);
      assertThat(stopped).isNotDone();
      mayFinish.countDown();
      assertThat(Wire.read(socket.getInputStream()).text()).isEqualTo("finished");
      stopped.join();
    }
  }

  @Test
  void httpsServersAskForHttpsForEver() throws Exception {
    HttpServer own =
        Servers.start(
            Servers.settings("PARLEY_URL", "https://example.org"), r -> r.get("/", ctx -> {}));
    try (own) {
      Wire.Answer answer = new Wire(own).get("/", "Host: example.org");
      assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
      assertThat(answer.header("Content-Security-Policy")).contains("wss://example.org");
    }
  }
}
