package social.parley.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import social.parley.words.Words;

/**
 * Parts of pages that many answers have in common, kept as bytes. The key of a part is all that it
 * is made of, so that nothing here ever has to be dropped.
 */
final class KeptParts {
  private static final long MOST_BYTES = 16 << 20;
  private static final Duration UNUSED = Duration.ofMinutes(2);
  private static final int EXPECTED = 8 << 10;

  private final TemplateEngine templates;
  private final Cache<Object, Pieces> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Object _, Pieces pieces) -> pieces.weight())
          .expireAfterAccess(UNUSED)
          .executor(Runnable::run)
          .build();

  KeptParts(TemplateEngine templates) {
    this.templates = templates;
  }

  /** The very same post, which says everything in the language that it was made for. */
  private record Article(
      PostView post, boolean main, boolean pinned, boolean inThread, boolean signedIn) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Article that
          && post == that.post
          && main == that.main
          && pinned == that.pinned
          && inThread == that.inThread
          && signedIn == that.signedIn;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(post);
    }
  }

  Pieces article(PostView post, boolean main, boolean pinned, boolean inThread, boolean signedIn) {
    return of(
        new Article(post, main, pinned, inThread, signedIn),
        "article",
        () ->
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
