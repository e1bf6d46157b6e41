package social.parley.mastodon.instance;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import social.parley.about.LongText;
import social.parley.about.Terms;
import social.parley.about.Texts;
import social.parley.config.Settings;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.mastodon.ApiDates;

/** Rules, description, privacy and terms below {@code /api/v1/instance}. */
public final class TextsApi implements Endpoints {
  private final Settings settings;
  private final Texts texts;
  private final Clock clock;

  public TextsApi(Settings settings, Texts texts, Clock clock) {
    this.settings = settings;
    this.texts = texts;
    this.clock = clock;
  }

  /** The ExtendedDescription and PrivacyPolicy entities. */
  record TextJson(@Nullable String updatedAt, String content) {
    static TextJson of(LongText text) {
      return new TextJson(
          text.updatedAt() == null ? null : ApiDates.of(text.updatedAt()), text.html());
    }
  }

  /** The TermsOfService entity. */
  record TermsJson(
      String effectiveDate, boolean effective, String content, @Nullable String succeededBy) {}

  /** A language that posts can be in. */
  record LanguageJson(String code, String name) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/instance/rules", ctx -> ctx.json(RuleJson.of(texts.rules())));
    routes.get("/api/v1/instance/extended_description", ctx -> ctx.json(description()));
    routes.get(
        "/api/v1/instance/privacy_policy", ctx -> ctx.json(TextJson.of(texts.privacy("en"))));
    routes.get("/api/v1/instance/terms_of_service", ctx -> ctx.json(current()));
    routes.get("/api/v1/instance/terms_of_service/{date}", this::dated);
    routes.get("/api/v1/instance/languages", ctx -> ctx.json(languages()));
  }

  private TextJson description() {
    String summary = "<p>" + Entities.escape(settings.about().summary()) + "</p>";
    return texts.description().map(TextJson::of).orElseGet(() -> new TextJson(null, summary));
  }

  /** Those that count today, or else the first to come. */
  private TermsJson current() {
    return json(texts.terms(), texts.terms(today()).orElseThrow(Refused.NotFound::new));
  }

  private void dated(Context ctx) {
    LocalDate day = day(ctx.pathParam("date"));
    List<Terms> all = texts.terms();
    Terms found =
        all.stream()
            .filter(one -> one.effective().equals(day))
            .findFirst()
            .orElseThrow(Refused.NotFound::new);
    ctx.json(json(all, found));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      throw new Refused.NotFound();
    }
  }

  private TermsJson json(List<Terms> all, Terms one) {
    int at = all.indexOf(one);
    return new TermsJson(
        one.effective().toString(),
        !one.effective().isAfter(today()),
        one.html(),
        at == 0 ? null : all.get(at - 1).effective().toString());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static List<LanguageJson> languages() {
    return List.of(Locale.getISOLanguages()).stream()
        .map(code -> new LanguageJson(code, Locale.of(code).getDisplayLanguage(Locale.ENGLISH)))
        .toList();
  }
}
