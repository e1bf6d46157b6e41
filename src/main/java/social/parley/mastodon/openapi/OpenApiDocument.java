package social.parley.mastodon.openapi;

import io.javalin.config.RoutesConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.parley.accounts.Scopes;
import social.parley.config.Settings;
import social.parley.http.Endpoints;

/** {@code /api/openapi.json}: every route with its scope, its parameters and what it answers. */
public final class OpenApiDocument implements Endpoints {
  private static final Pattern IN_PATH = Pattern.compile("[{<](\\w+)[}>]");
  private static final Pattern GUARDED = Pattern.compile("public \\((\\S+)\\)");
  private static final String JSON = "application/json";

  private final Settings settings;
  private final String version;
  private final Schemas schemas = new Schemas(Tables.entities());

  public OpenApiDocument(Settings settings, String version) {
    this.settings = settings;
    this.version = version;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/openapi.json", ctx -> ctx.json(document()));
  }

  private Map<String, Object> document() {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (DescribedRoute route : Tables.routes())
      paths
          .computeIfAbsent(
              route.path().replace('<', '{').replace('>', '}'), _ -> new LinkedHashMap<>())
          .put(route.method().toLowerCase(Locale.ROOT), operation(route));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", Map.of("title", "Parley", "version", version));
    document.put("servers", List.of(Map.of("url", settings.url().value())));
    document.put("paths", paths);
    document.put(
        "components",
        Map.of("schemas", schemas.all(), "securitySchemes", Map.of("oauth", oauth())));
    return document;
  }

  private Map<String, Object> oauth() {
    Map<String, String> scopes = new LinkedHashMap<>();
    for (String scope : Scopes.ALL) scopes.put(scope, "");
    String token = settings.at("/oauth/token").value();
    String authorize = settings.at("/oauth/authorize").value();
    return Map.of(
        "type",
        "oauth2",
        "flows",
        Map.of(
            "authorizationCode",
            Map.of("authorizationUrl", authorize, "tokenUrl", token, "scopes", scopes),
            "clientCredentials",
            Map.of("tokenUrl", token, "scopes", scopes)));
  }

  private Map<String, Object> operation(DescribedRoute route) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("tags", List.of(route.group()));
    List<Object> security = security(route.scope());
    operation.put("security", security);
    boolean query = route.method().equals("GET");
    List<Object> parameters = inPath(route.path());
    if (query) for (String one : route.parameters()) parameters.add(parameter(one));
    if (!parameters.isEmpty()) operation.put("parameters", parameters);
    if (!query && !route.parameters().isEmpty())
      operation.put("requestBody", body(route.parameters()));
    operation.put("responses", responses(route.returns()));
    return operation;
  }

  private static List<Object> security(String scope) {
    Matcher guarded = GUARDED.matcher(scope);
    if (guarded.matches()) return List.of(Map.of(), needs(guarded.group(1)));
    return switch (scope) {
      case "public", "session" -> List.of();
      case "any", "app" -> List.of(Map.of("oauth", List.of()));
      default -> {
        List<Object> any = new ArrayList<>();
        for (String one : scope.replaceFirst("^app:", "").split(" ")) any.add(needs(one));
        yield any;
      }
    };
  }

  private static Map<String, Object> needs(String scope) {
    return Map.of("oauth", List.of(scope));
  }

  private static List<Object> inPath(String path) {
    List<Object> parameters = new ArrayList<>();
    Matcher names = IN_PATH.matcher(path);
    while (names.find())
      parameters.add(
          Map.of(
              "name",
              names.group(1),
              "in",
              "path",
              "required",
              true,
              "schema",
              Map.of("type", "string")));
    return parameters;
  }

  private static Map<String, Object> parameter(String written) {
    boolean required = written.endsWith("!");
    String name = required ? written.substring(0, written.length() - 1) : written;
    return Map.of("name", name, "in", "query", "required", required, "schema", value(name));
  }

  private static Map<String, Object> value(String name) {
    Map<String, Object> text = Map.of("type", "string");
    return name.endsWith("[]") ? Map.of("type", "array", "items", text) : text;
  }

  private static Map<String, Object> body(List<String> written) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (String one : written) {
      String name = one.endsWith("!") ? one.substring(0, one.length() - 1) : one;
      properties.put(name, value(name));
      if (one.endsWith("!")) required.add(name);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) schema.put("required", required);
    Map<String, Object> content = Map.of("schema", schema);
    return Map.of(
        "content",
        Map.of(
            JSON,
            content,
            "application/x-www-form-urlencoded",
            content,
            "multipart/form-data",
            content));
  }

  private Map<String, Object> responses(String returns) {
    Map<String, Object> fine =
        switch (returns) {
          case "-" -> Map.of("description", "Done");
          case "page" -> content("A page", "text/html", Map.of("type", "string"));
          case "events" -> content("Events", "text/event-stream", Map.of("type", "string"));
          default -> content(returns, JSON, schemas.of(returns));
        };
    return Map.of("200", fine, "default", content("Error", JSON, schemas.of("Error")));
  }

  private static Map<String, Object> content(
      String description, String type, Map<String, Object> schema) {
    return Map.of("description", description, "content", Map.of(type, Map.of("schema", schema)));
  }
}
