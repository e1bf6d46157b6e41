package social.parley.web;

import static social.parley.words.Words.say;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import social.parley.core.PostId;
import social.parley.http.Endpoints;
import social.parley.http.Limit;
import social.parley.posts.Post;
import social.parley.translations.PostTranslations;
import social.parley.translations.Translation;
import social.parley.words.Words;

/** A post in the reader's language, as a page or in the place of its text. */
public final class TranslationPage implements Endpoints {
  private final PageParts parts;
  private final PostTranslations translations;
  private final PostHtml html;

  TranslationPage(PageParts parts, PostTranslations translations, PostHtml html) {
    this.parts = parts;
    this.translations = translations;
    this.html = html;
  }

  /** The post, and everything of it that holds words in the other language. */
  public record View(
      PostView post,
      String language,
      String from,
      String provider,
      String warning,
      Html body,
      List<String> options,
      List<String> descriptions) {}

  @Override
  public void addTo(RoutesConfig routes) {
    parts.routing().memberPage(routes, "/posts/{id}/translation", this::show);
  }

  private void show(Context ctx, Visitor visitor) {
    parts.routing().limit(ctx, Limit.TRANSLATE, visitor);
    PostId id = PostId.parse(ctx.pathParam("id"));
    PostTranslations.Translated translated =
        translations.translate(visitor.id(), id, null, Languages.of(visitor));
    Post post = translated.post();
    Translation words = translated.translation();
    View view =
        new View(
            parts.views().of(visitor, post),
            words.language(),
            Words.now().language(words.detected()),
            words.provider(),
            words.warning(),
            html.translated(post, words.html()),
            words.options(),
            words.descriptions());
    if (LocalPath.isPartial(ctx)) parts.pages().part(ctx, "translation", "view", view);
    else
      parts.pages().show(ctx, Head.of(say("translation.title")).hidden(true), "translation", view);
  }
}
