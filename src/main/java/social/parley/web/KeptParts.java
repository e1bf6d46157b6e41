package social.parley.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import social.parley.words.Words;

/**
 * Parts of pages that many answers have in common, made into bytes. Posts are kept with their
 * views; the key of any other part is all that it is made of, so that nothing has to be dropped.
 */
final class KeptParts {
  private static final long MOST_BYTES = 4 << 20;

  /** Counted from when it was made, as it costs more to note each use. */
  static final Duration KEPT = Duration.ofMinutes(5);

  private static final int EXPECTED = 8 << 10;

  private final TemplateEngine templates;
  private final Cache<Object, Pieces> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Object _, Pieces pieces) -> pieces.weight())
          .expireAfterWrite(KEPT)
          .executor(Runnable::run)
          .build();

  KeptParts(TemplateEngine templates) {
    this.templates = templates;
  }

  /** A post, kept with its view, which says everything in the language that it was made for. */
  Pieces article(PostView post, boolean main, boolean pinned, boolean inThread, boolean signedIn) {
    Supplier<Pieces> make =
        () ->
            made(
                "article",
                Map.of(
                    "post",
                    post,
                    "main",
                    main,
                    "pinned",
                    pinned,
                    "inThread",
                    inThread,
                    "forms",
                    Forms.kept(signedIn)));
    return post.kept().html(main, pinned, inThread, signedIn, make);
  }

  private record Composer(Words words, ComposerView form, String avatar, boolean inline) {
    @Override
    public int hashCode() {
      return avatar.hashCode();
    }
  }

  /** The form in which posts are written; only as it is before anything is written. */
  Pieces composer(ComposerView form, String avatar, boolean inline, boolean focus) {
    Supplier<Map<String, Object>> model =
        () ->
            Map.of(
                "csrf",
                Hole.CSRF,
                "key",
                Hole.KEY,
                "draft",
                Hole.DRAFT,
                "avatar",
                avatar,
                "composer",
                form,
                "inline",
                inline,
                "focus",
                focus);
    return form.expanded() || focus
        ? made("composer-form", model.get())
        : of(new Composer(Words.now(), form.unnamed(), avatar, inline), "composer-form", model);
  }

  private record Colophon(Words words, Site site, boolean member) {
    @Override
    public int hashCode() {
      return site.name().hashCode();
    }
  }

  /** What stands below every page. */
  Pieces colophon(Site site, boolean member) {
    return of(
        new Colophon(Words.now(), site, member),
        "colophon",
        () -> Map.of("site", site, "member", member, "back", Hole.BACK_QUERY));
  }

  private record Places(Words words, Nav here, String me, boolean moderator, long news) {}

  /** The places of the navigation, for a person known by their page or, without one, a stranger. */
  Pieces places(Nav here, String me, boolean moderator, long news) {
    return of(
        new Places(Words.now(), here, me, moderator, news),
        "places",
        () -> Map.of("nav", here, "me", me, "moderator", moderator, "news", news));
  }

  private record Spoken(Words words, boolean member) {}

  Pieces words(boolean member) {
    return of(new Spoken(Words.now(), member), "words", () -> Map.of("member", member));
  }

  private Pieces of(Object key, String template, Supplier<Map<String, Object>> model) {
    Pieces known = kept.getIfPresent(key);
    if (known != null) return known;
    Pieces made = made(template, model.get());
    kept.put(key, made);
    return made;
  }

  private Pieces made(String template, Map<String, Object> model) {
    PageOutput output = PageOutput.kept(EXPECTED);
    templates.render("part/" + template + ".jte", model, output);
    return output.pieces();
  }
}
