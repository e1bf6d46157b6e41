package social.parley.cards;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.parley.core.Iri;

/** A page's description of itself while it is being gathered. */
final class Preview {
  private static final int LONGEST = 500;
  private static final int LONGEST_DESCRIPTION = 2000;

  final Iri canonical;
  CardKind kind = CardKind.LINK;
  String title = "";
  String description = "";
  @Nullable String language;
  String authorName = "";
  String authorUrl = "";
  String creator = "";
  String providerName = "";
  String providerUrl = "";
  String html = "";
  int width;
  int height;
  @Nullable Iri image;
  String imageDescription = "";
  String embedUrl = "";
  @Nullable String blurhash;
  @Nullable Instant publishedAt;

  Preview(Iri canonical) {
    this.canonical = canonical;
  }

  /** Nothing worth showing. */
  boolean isEmpty() {
    return title.isBlank() && html.isEmpty() && embedUrl.isEmpty();
  }

  static String bounded(String text) {
    return cut(text, LONGEST);
  }

  static String boundedDescription(String text) {
    return cut(text, LONGEST_DESCRIPTION);
  }

  private static String cut(String text, int most) {
    String line = text.replaceAll("[\\s\\u0000]+", " ").strip();
    if (line.codePointCount(0, line.length()) <= most) return line;
    return line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }
}
