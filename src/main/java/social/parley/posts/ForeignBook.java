package social.parley.posts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.ObjectDocument;
import social.parley.core.Iri;
import social.parley.text.HtmlCleaner;
import social.parley.text.PlainText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What BookWyrm says of books, in its own types. */
final class ForeignBook {
  private static final int LONGEST_TITLE = 300;
  private static final int MOST_STARS = 5;

  private ForeignBook() {}

  static Content.Book of(String title, ObjectDocument document) {
    JsonNode raw = document.raw();
    JsonNode tag = tag(raw);
    Iri book = address(raw.path("inReplyToBook").asString(""));
    return new Content.Book(
        title,
        document.page(),
        document.type().toLowerCase(Locale.ROOT),
        book == null ? address(tag.path("href").asString("")) : book,
        PlainText.line(tag.path("name").asString(""), LONGEST_TITLE),
        rating(raw.path("rating")),
        HtmlCleaner.clean(raw.path("quote").asString("")));
  }

  private static JsonNode tag(JsonNode raw) {
    for (JsonNode tag : raw.path("tag")) {
      String type = tag.path("type").asString("");
      if (type.equals("Book") || type.equals("Edition") || type.equals("Work")) return tag;
    }
    return MissingNode.getInstance();
  }

  private static @Nullable Iri address(String text) {
    return Iri.parse(text).filter(Iri::isWeb).orElse(null);
  }

  private static @Nullable Double rating(JsonNode node) {
    double rating = node.isNumber() ? node.asDouble(0) : 0;
    return rating > 0 && rating <= MOST_STARS ? (Double) rating : null;
  }

  /** The passage or the stars, before what is said of them. */
  static String passage(Content.Book book) {
    String html = book.passage().isBlank() ? "" : "<blockquote>" + book.passage() + "</blockquote>";
    Double rating = book.rating();
    if (rating != null) {
      int halves = (int) Math.round(2 * rating);
      int begun = (halves + 1) / 2;
      html +=
          "<p>"
              + "★".repeat(halves / 2)
              + (halves % 2 == 0 ? "" : "½")
              + "☆".repeat(MOST_STARS - begun)
              + "</p>";
    }
    return HtmlCleaner.clean(html);
  }

  /** Leads to the book. */
  static String link(Content.Book book) {
    Iri address = book.book();
    if (address == null) return "";
    String name = book.bookTitle().isEmpty() ? address.value() : book.bookTitle();
    return HtmlCleaner.clean("<p>" + ForeignContent.anchor(address, name) + "</p>");
  }
}
