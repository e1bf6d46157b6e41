package social.parley.translations;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.config.TranslationSettings;
import social.parley.core.Iri;
import social.parley.fetch.FetchOptions;
import social.parley.fetch.Fetched;
import social.parley.fetch.Services;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks the protocol of LibreTranslate servers. */
final class LibreTranslate implements Translator {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final FetchOptions OPTIONS =
      FetchOptions.plain("application/json").withDeadline(Duration.ofSeconds(30));

  private final TranslationSettings settings;
  private final Services services;

  LibreTranslate(TranslationSettings settings, Services services) {
    this.settings = settings;
    this.services = services;
  }

  @Override
  public String name() {
    return "LibreTranslate";
  }

  @Override
  public Outcome translate(List<String> html, @Nullable String from, String to) {
    ObjectNode question = JSON.createObjectNode();
    html.forEach(question.putArray("q")::add);
    question.put("source", from == null ? "auto" : from).put("target", to).put("format", "html");
    if (!settings.key().isEmpty()) question.put("api_key", settings.key());
    JsonNode answer = ask("/translate", question.toString());
    List<String> translated = new ArrayList<>();
    for (JsonNode one : answer.path("translatedText")) translated.add(one.asString(""));
    if (translated.size() != html.size()) throw Translator.unavailable();
    String detected = answer.path("detectedLanguage").path(0).path("language").asString("");
    return new Outcome(
        translated, !detected.isEmpty() ? detected : from == null ? Languages.UNKNOWN : from);
  }

  @Override
  public Languages languages() {
    Map<String, Set<String>> pairs = new HashMap<>();
    for (JsonNode one : ask("/languages", null)) {
      Set<String> targets =
          pairs.computeIfAbsent(one.path("code").asString(""), _ -> new java.util.TreeSet<>());
      for (JsonNode target : one.path("targets")) targets.add(target.asString(""));
    }
    return Languages.of(pairs);
  }

  private JsonNode ask(String path, @Nullable String question) {
    Fetched fetched =
        services.call(
            new Iri(settings.url() + path),
            question == null ? null : question.getBytes(StandardCharsets.UTF_8),
            question == null ? Map.of() : Map.of("Content-Type", "application/json"),
            OPTIONS);
    return switch (fetched) {
      case Fetched.Document found -> read(found);
      // Too many requests, or the key is used up.
      case Fetched.Denied _ -> throw Translator.overused();
      case Fetched.Gone _, Fetched.Missing _, Fetched.Blocked _, Fetched.Unreachable _ ->
          throw Translator.unavailable();
    };
  }

  static JsonNode read(Fetched.Document found) {
    try {
      return JSON.readTree(found.body());
    } catch (JacksonException broken) {
      throw Translator.unavailable();
    }
  }
}
