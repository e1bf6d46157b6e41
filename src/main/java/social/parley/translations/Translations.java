package social.parley.translations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.config.TranslationSettings;
import social.parley.core.Refused;
import social.parley.fetch.Services;

/** The front door to translations; without a service there are none. Uses the network. */
public final class Translations {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final long MOST_LETTERS = 4_000_000;

  private final @Nullable Translator translator;
  private final Cache<Question, Translation> answers;
  private final Cache<String, Languages> languages;

  private record Question(Original original, Languages.Pair pair) {}

  public Translations(@Nullable TranslationSettings settings, Services services, Clock clock) {
    this.translator = settings == null ? null : translator(settings, services);
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(MOST_LETTERS)
            .weigher((Question question, Translation answer) ->
                200 + question.original().html().length() + answer.html().length())
            .expireAfterWrite(KEPT)
            .ticker(() -> clock.millis() * 1_000_000)
            .build();
    this.languages =
        Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .ticker(() -> clock.millis() * 1_000_000)
            .build();
  }

  private static Translator translator(TranslationSettings settings, Services services) {
    return switch (settings.kind()) {
      case LIBRETRANSLATE -> new LibreTranslate(settings, services);
      case DEEPL -> new DeepL(settings, services);
    };
  }

  /** Whether there is a service at all. */
  public boolean isOffered() {
    return translator != null;
  }

  /** From what can be translated into what; nothing without a service. */
  public Languages languages() {
    Translator service = translator;
    return service == null
        ? Languages.NONE
        : languages.get(service.name(), _ -> service.languages());
  }

  /** An open post in another language; refused when the service does not know these languages. */
  public Translation translate(Original original, String to) {
    Translator service = translator;
    if (service == null) throw new Refused.NotFound();
    Languages.Pair pair =
        languages()
            .pair(original.language(), to)
            .orElseThrow(() -> new Refused.Forbidden("This action is not allowed"));
    return answers.get(
        new Question(original, pair), question -> ask(service, question.original(), pair));
  }

  private static Translation ask(Translator service, Original original, Languages.Pair pair) {
    List<String> pieces = original.pieces();
    Translator.Outcome outcome = service.translate(pieces, pair.from(), pair.to());
    return original.with(outcome.html(), pair.to(), outcome.from(), service.name());
  }
}
