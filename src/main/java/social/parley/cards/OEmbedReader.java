package social.parley.cards;

import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import social.parley.core.Iri;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a page offers for embedding (oEmbed 1.0). */
final class OEmbedReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OEmbedReader() {}

  /** Where the page has its offer. */
  static Optional<Iri> offered(Document page) {
    Element link =
        page.selectFirst(
            "link[type=application/json+oembed][href], link[type=text/json+oembed][href]");
    return link == null ? Optional.empty() : Iri.parse(link.absUrl("href")).filter(Iri::isWeb);
  }

  /** Adds the offer to a preview; what makes no sense is left out. */
  static void read(byte[] body, Preview preview) {
    JsonNode offer;
    try {
      offer = JSON.readTree(body);
    } catch (JacksonException broken) {
      return;
    }
    if (!offer.isObject()) return;
    int width = size(offer.path("width"));
    int height = size(offer.path("height"));
    switch (text(offer, "type")) {
      case "photo" ->
          web(text(offer, "url")).ifPresent(photo -> photo(preview, photo, width, height));
      case "video" -> player(preview, offer, CardKind.VIDEO, width, height);
      case "rich" -> player(preview, offer, CardKind.RICH, width, height);
      default -> {}
    }
    if (!text(offer, "title").isBlank()) preview.title = Preview.bounded(text(offer, "title"));
    if (!text(offer, "author_name").isBlank()) {
      preview.authorName = Preview.bounded(text(offer, "author_name"));
      preview.authorUrl = web(text(offer, "author_url")).map(Iri::value).orElse("");
    }
    if (!text(offer, "provider_name").isBlank()) {
      preview.providerName = Preview.bounded(text(offer, "provider_name"));
      web(text(offer, "provider_url")).ifPresent(url -> preview.providerUrl = url.value());
    }
    if (preview.image == null) preview.image = web(text(offer, "thumbnail_url")).orElse(null);
  }

  private static void photo(Preview preview, Iri photo, int width, int height) {
    preview.kind = CardKind.PHOTO;
    preview.embedUrl = photo.value();
    preview.image = photo;
    preview.width = width;
    preview.height = height;
  }

  private static void player(
      Preview preview, JsonNode offer, CardKind kind, int width, int height) {
    Frame.in(text(offer, "html"), width, height)
        .ifPresent(html -> {
          preview.kind = kind;
          preview.html = html;
          preview.width = width;
          preview.height = height;
        });
  }

  private static Optional<Iri> web(String address) {
    return Iri.parse(address.strip()).filter(Iri::isWeb);
  }

  private static String text(JsonNode offer, String key) {
    JsonNode value = offer.path(key);
    return value.isString() ? value.stringValue() : "";
  }

  /** Some write numbers as texts, or as a percentage. */
  private static int size(JsonNode value) {
    if (value.isNumber()) return PageReader.number(Integer.toString(value.asInt(0)));
    return value.isString() ? PageReader.number(value.stringValue()) : 0;
  }
}
