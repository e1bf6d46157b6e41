package social.parley.mastodon.translations;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Access;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Endpoints;
import social.parley.http.Parameters;
import social.parley.mastodon.Views;
import social.parley.posts.Poll;
import social.parley.translations.Languages;
import social.parley.translations.PostTranslations;
import social.parley.translations.PostTranslations.Translated;
import social.parley.translations.Translation;
import social.parley.translations.Translations;

/** Translates open posts for people here, in the forms of Mastodon and of Akkoma. */
public final class TranslationsApi implements Endpoints {
  private static final String USUAL = "en";

  private final Views views;
  private final PostTranslations posts;
  private final Translations translations;

  public TranslationsApi(Views views, PostTranslations posts, Translations translations) {
    this.views = views;
    this.posts = posts;
    this.translations = translations;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/statuses/{id}/translate", this::translate);
    routes.get("/api/v1/statuses/{id}/translations/{language}", this::plain);
    routes.get("/api/v1/instance/translation_languages", this::languages);
    routes.get("/api/v1/akkoma/translation/languages", this::bothSides);
  }

  private void translate(Context ctx) {
    Access access = views.authorization().user(ctx, "read:statuses");
    String chosen = access.person().preferences().language();
    String wanted = Parameters.of(ctx).text("lang", "");
    String to = !wanted.isEmpty() ? wanted : chosen == null ? USUAL : chosen;
    Translated translated = translated(access, ctx.pathParam("id"), null, to);
    Translation answer = translated.translation();
    List<TranslationJson.File> files = new ArrayList<>();
    for (int i = 0; i < translated.files().size(); i++)
      files.add(
          new TranslationJson.File(
              translated.files().get(i).id().toString(), answer.descriptions().get(i)));
    Poll poll = translated.poll();
    ctx.json(
        new TranslationJson(
            answer.html(),
            answer.warning(),
            answer.language(),
            answer.detected(),
            answer.provider(),
            poll == null
                ? null
                : new TranslationJson.Poll(
                    poll.post().toString(),
                    answer.options().stream().map(TranslationJson.Option::new).toList()),
            files));
  }

  private void plain(Context ctx) {
    Access access = views.authorization().user(ctx, "read:statuses");
    String from = Parameters.of(ctx).text("from", "");
    Translation answer =
        translated(
                access,
                ctx.pathParam("id"),
                from.isEmpty() ? null : from,
                ctx.pathParam("language"))
            .translation();
    ctx.json(new TranslationJson.Plain(answer.html(), answer.detected()));
  }

  private Translated translated(Access access, String id, @Nullable String from, String to) {
    return posts.translate(access.actor(), PostId.parse(id), from, to);
  }

  private void languages(Context ctx) {
    ctx.json(translations.languages().targets());
  }

  private void bothSides(Context ctx) {
    if (!translations.isOffered()) throw new Refused.NotFound();
    Languages languages = translations.languages();
    TreeSet<String> targets = new TreeSet<>();
    languages.targets().values().forEach(targets::addAll);
    Map<String, Object> both = new LinkedHashMap<>();
    both.put(
        "source",
        languages.targets().keySet().stream()
            .filter(code -> !code.equals(Languages.UNKNOWN))
            .map(TranslationsApi::named)
            .toList());
    both.put("target", targets.stream().map(TranslationsApi::named).toList());
    ctx.json(both);
  }

  private static Map<String, String> named(String code) {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("code", code);
    named.put("name", Locale.forLanguageTag(code).getDisplayName(Locale.ENGLISH));
    return named;
  }
}
