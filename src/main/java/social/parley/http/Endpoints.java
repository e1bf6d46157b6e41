package social.parley.http;

import io.javalin.config.RoutesConfig;
import java.util.List;

/** A group of routes of one subject. */
public interface Endpoints {
  /** Registers the routes; a path parameter is written {@code {name}}. */
  void addTo(RoutesConfig routes);

  /**
   * Paths whose multipart bodies may be as large as an upload; a path covers those below it. All
   * other bodies end at {@link HttpServer#BODY_LIMIT}.
   */
  default List<String> uploads() {
    return List.of();
  }

  /** WebSockets that belong to the same subject. */
  default List<Sockets> sockets() {
    return List.of();
  }
}
