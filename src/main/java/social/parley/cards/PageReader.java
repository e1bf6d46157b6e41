package social.parley.cards;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Times;
import social.parley.core.Iri;

/** Reads how a page describes itself: OpenGraph, Twitter cards, JSON-LD, or its bare title. */
final class PageReader {
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_].*)?");

  private final Document page;
  private final Iri url;
  private final Article article;

  PageReader(Document page, Iri url) {
    this.page = page;
    this.url = url;
    this.article = Article.in(page);
  }

  Preview preview() {
    Preview preview = new Preview(canonical());
    preview.title =
        Preview.bounded(
            first(meta("og:title"), article.headline(), meta("twitter:title"), page.title()));
    preview.description =
        Preview.boundedDescription(
            first(
                meta("og:description"),
                article.description(),
                meta("twitter:description"),
                meta("description")));
    preview.language = language();
    preview.authorName =
        Preview.bounded(first(article.author(), meta("og:author"), meta("author")));
    preview.authorUrl = web(first(article.authorUrl(), meta("article:author")));
    preview.creator = meta("fediverse:creator").strip();
    preview.providerName = Preview.bounded(first(meta("og:site_name"), article.publisher()));
    preview.providerUrl = url.origin();
    preview.publishedAt =
        Times.parse(first(meta("article:published_time"), article.published()).strip());
    picture(preview);
    player(preview);
    return preview;
  }

  /** A page may name itself otherwise, but not as a page of somebody else. */
  private Iri canonical() {
    Element link = page.selectFirst("link[rel~=(?i)\\bcanonical\\b][href]");
    String named = first(link == null ? "" : link.absUrl("href"), meta("og:url"));
    return Iri.parse(named)
        .map(Iri::withoutFragment)
        .filter(other -> other.sameOrigin(url))
        .orElse(url.withoutFragment());
  }

  private void picture(Preview preview) {
    String named =
        first(
            meta("og:image:secure_url"),
            meta("og:image"),
            meta("og:image:url"),
            meta("twitter:image"),
            meta("twitter:image:src"),
            article.image());
    preview.image = absolute(named).orElse(null);
    if (preview.image != null)
      preview.imageDescription =
          Preview.bounded(first(meta("og:image:alt"), meta("twitter:image:alt")));
  }

  private void player(Preview preview) {
    Optional<Iri> player = absolute(meta("twitter:player"));
    int width = number(meta("twitter:player:width"));
    int height = number(meta("twitter:player:height"));
    if (player.isEmpty()) return;
    Frame.html(player.get(), width, height)
        .ifPresent(html -> {
          preview.kind = CardKind.VIDEO;
          preview.html = html;
          preview.width = width;
          preview.height = height;
        });
  }

  private @Nullable String language() {
    Element root = page.selectFirst("html");
    String named =
        first(article.language(), root == null ? "" : root.attr("lang"), meta("og:locale"));
    if (!LANGUAGE.matcher(named.strip()).matches()) return null;
    return named.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private String meta(String name) {
    for (Element element : page.select("meta[content]")) {
      boolean named =
          element.attr("property").equalsIgnoreCase(name)
              || element.attr("name").equalsIgnoreCase(name);
      if (named && !element.attr("content").isBlank()) return element.attr("content");
    }
    return "";
  }

  private static String first(String... texts) {
    for (String text : texts) if (!text.isBlank()) return text;
    return "";
  }

  private Optional<Iri> absolute(String address) {
    if (address.isBlank()) return Optional.empty();
    String absolute = org.jsoup.internal.StringUtil.resolve(page.baseUri(), address.strip());
    return Iri.parse(absolute).filter(Iri::isWeb);
  }

  private static String web(String address) {
    return Iri.parse(address.strip()).filter(Iri::isWeb).map(Iri::value).orElse("");
  }

  static int number(String text) {
    try {
      int number = Integer.parseInt(text.strip());
      return number > 0 && number <= 10_000 ? number : 0;
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }
}
