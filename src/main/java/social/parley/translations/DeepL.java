package social.parley.translations;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import social.parley.config.TranslationSettings;
import social.parley.core.Iri;
import social.parley.fetch.FetchOptions;
import social.parley.fetch.Fetched;
import social.parley.fetch.Services;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks the protocol of DeepL. */
final class DeepL implements Translator {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final FetchOptions OPTIONS =
      FetchOptions.plain("application/json").withDeadline(Duration.ofSeconds(30));

  /** Understood as targets, though only their varieties are listed. */
  private static final List<String> GENERAL = List.of("en", "pt");

  /** What it answers when all that was paid for is used up. */
  private static final int QUOTA_EXCEEDED = 456;

  private final TranslationSettings settings;
  private final Services services;

  DeepL(TranslationSettings settings, Services services) {
    this.settings = settings;
    this.services = services;
  }

  @Override
  public String name() {
    return "DeepL.com";
  }

  @Override
  public Outcome translate(List<String> html, @Nullable String from, String to) {
    ObjectNode question = JSON.createObjectNode();
    html.forEach(question.putArray("text")::add);
    if (from != null) question.put("source_lang", from.toUpperCase(Locale.ROOT));
    question.put("target_lang", to.toUpperCase(Locale.ROOT)).put("tag_handling", "html");
    List<String> translated = new ArrayList<>();
    String detected = "";
    for (JsonNode one : ask("/v2/translate", question.toString()).path("translations")) {
      translated.add(one.path("text").asString(""));
      if (detected.isEmpty()) detected = one.path("detected_source_language").asString("");
    }
    if (translated.size() != html.size()) throw Translator.unavailable();
    String source = from == null ? Languages.UNKNOWN : from;
    return new Outcome(translated, detected.isEmpty() ? source : Languages.code(detected));
  }

  @Override
  public Languages languages() {
    Set<String> targets = new TreeSet<>(listed("target"));
    targets.addAll(GENERAL);
    Map<String, Set<String>> pairs = new HashMap<>();
    for (String source : listed("source")) pairs.put(source, targets);
    return Languages.of(pairs);
  }

  private List<String> listed(String side) {
    List<String> codes = new ArrayList<>();
    for (JsonNode one : ask("/v2/languages?type=" + side, null))
      codes.add(one.path("language").asString(""));
    return codes;
  }

  private JsonNode ask(String path, @Nullable String question) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "DeepL-Auth-Key " + settings.key());
    if (question != null) headers.put("Content-Type", "application/json");
    Fetched fetched =
        services.call(
            new Iri(settings.url() + path),
            question == null ? null : question.getBytes(StandardCharsets.UTF_8),
            headers,
            OPTIONS);
    return switch (fetched) {
      case Fetched.Document found -> LibreTranslate.read(found);
      case Fetched.Missing(int status) when status == QUOTA_EXCEEDED -> throw Translator.overused();
      case Fetched.Gone _,
          Fetched.Missing _,
          Fetched.Denied _,
          Fetched.Blocked _,
          Fetched.Unreachable _ ->
          throw Translator.unavailable();
    };
  }
}
