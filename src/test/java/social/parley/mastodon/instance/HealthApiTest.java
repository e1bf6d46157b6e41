package social.parley.mastodon.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.config.Settings;
import social.parley.http.HttpServer;
import social.parley.jsonld.Json;
import social.parley.metrics.Metrics;
import social.parley.storage.Database;
import social.parley.storage.Databases;

/** Whether a watchdog can see that the server has lost its database. */
class HealthApiTest {
  @TempDir Path folder;

  @Test
  void withoutItsDatabaseAServerIsNotHealthy() throws Exception {
    Settings settings =
        Settings.load(
            null, Map.of("PARLEY_LISTEN", "127.0.0.1:0", "PARLEY_DATA", folder.toString()));
    Database database = Databases.sqlite(folder);
    try (HttpServer server =
        new HttpServer(
            settings, new Metrics(), new Random(1), List.of(new HealthApi(database)), List.of())) {
      server.start();
      HttpResponse<String> well = get(server.port());
      assertThat(well.statusCode()).isEqualTo(200);
      assertThat(Json.MAPPER.readTree(well.body()).path("healthy").asBoolean()).isTrue();
      database.run(tx -> tx.update("ALTER TABLE completions RENAME TO elsewhere").execute());
      assertThat(get(server.port()).statusCode()).as("cannot be written").isEqualTo(503);
      database.close();
      HttpResponse<String> broken = get(server.port());
      assertThat(broken.statusCode()).isEqualTo(503);
      assertThat(Json.MAPPER.readTree(broken.body()).path("healthy").asBoolean(true)).isFalse();
    }
  }

  private static HttpResponse<String> get(int port) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/pleroma/healthcheck");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
  }
}
