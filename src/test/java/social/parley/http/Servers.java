package social.parley.http;

import io.javalin.config.RoutesConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import social.parley.config.Settings;
import social.parley.metrics.Metrics;

/** Starts small servers on free ports. */
final class Servers {
  private Servers() {}

  static Settings settings(String... more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PARLEY_LISTEN", "127.0.0.1:0");
    environment.put("PARLEY_DATA", "target/test-data");
    for (int i = 0; i < more.length; i += 2) environment.put(more[i], more[i + 1]);
    return Settings.load(null, environment);
  }

  static HttpServer start(Settings settings, Consumer<RoutesConfig> routes) {
    return start(settings, List.of(), routes, List.of());
  }

  static HttpServer start(
      Settings settings,
      List<ErrorAnswers> errors,
      Consumer<RoutesConfig> routes,
      List<String> uploads) {
    Endpoints endpoints =
        new Endpoints() {
          @Override
          public void addTo(RoutesConfig config) {
            routes.accept(config);
          }

          @Override
          public List<String> uploads() {
            return uploads;
          }
        };
    HttpServer server =
        new HttpServer(settings, new Metrics(), new Random(1), List.of(endpoints), errors);
    server.start();
    return server;
  }
}
