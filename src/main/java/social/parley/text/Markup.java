package social.parley.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.parley.core.Handle;
import social.parley.core.Iri;

/**
 * Turns pieces of one text into the HTML that clients recognise, and remembers who and what was
 * named on the way.
 */
final class Markup {
  private static final int SHOWN = 30;
  private static final String MENTION =
      "<span class=\"h-card\" translate=\"no\">"
          + "<a href=\"%s\" class=\"u-url mention\">@<span>%s</span></a></span>";
  private static final String HASHTAG =
      "<a href=\"%s\" class=\"mention hashtag\" rel=\"tag\">#<span>%s</span></a>";
  private static final String SHORTENED =
      "<span class=\"invisible\">%s</span>"
          + "<span class=\"%s\">%s</span>"
          + "<span class=\"invisible\">%s</span>";

  private final MentionResolver resolver;
  private final Function<String, Iri> tagUrl;
  private final Map<Handle, Optional<Mention>> asked = new LinkedHashMap<>();
  private final Map<String, Handle> shortNames = new LinkedHashMap<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final Set<String> links = new LinkedHashSet<>();

  Markup(MentionResolver resolver, Function<String, Iri> tagUrl) {
    this.resolver = resolver;
    this.tagUrl = tagUrl;
  }

  /** The HTML of one piece. */
  String html(Piece piece) {
    return switch (piece) {
      case Piece.Words words -> escape(words.source());
      case Piece.Address address -> link(address.source());
      case Piece.Named named -> mention(named);
      case Piece.Tagged tagged -> hashtag(tagged);
    };
  }

  private String mention(Piece.Named named) {
    Mention mention = asked.computeIfAbsent(named.handle(), resolver::resolve).orElse(null);
    if (mention == null) return escape(named.source());
    String user = mention.handle().user();
    boolean first =
        shortNames.computeIfAbsent(user, _ -> mention.handle()).equals(mention.handle());
    String shown = first ? user : mention.handle().toString();
    return MENTION.formatted(escape(mention.page().value()), escape(shown));
  }

  private String hashtag(Piece.Tagged tagged) {
    String name = Hashtag.normalise(tagged.tag());
    tags.putIfAbsent(name, tagged.tag());
    return HASHTAG.formatted(escape(tagUrl.apply(name).value()), escape(tagged.tag()));
  }

  /** A link whose text is its address, shortened for the eye but complete when copied. */
  private String link(String url) {
    return opening(url, null) + shortened(url) + "</a>";
  }

  /** The opening tag of a link to an address, which is remembered; {@code rel} adds a relation. */
  String opening(String url, @Nullable String rel) {
    links.add(url);
    return "<a href=\"%s\" target=\"_blank\" rel=\"%snofollow noopener\" translate=\"no\">"
        .formatted(escape(url), rel == null ? "" : rel + " ");
  }

  /** An address with its beginning and end hidden from the eye. */
  static String shortened(String url) {
    int prefix = 0;
    for (String start : List.of("https://www.", "http://www.", "https://", "http://", "xmpp:"))
      if (prefix == 0 && url.regionMatches(true, 0, start, 0, start.length()))
        prefix = start.length();
    boolean cut = url.codePointCount(prefix, url.length()) > SHOWN;
    int end = cut ? url.offsetByCodePoints(prefix, SHOWN) : url.length();
    return SHORTENED.formatted(
        escape(url.substring(0, prefix)),
        cut ? "ellipsis" : "",
        escape(url.substring(prefix, end)),
        escape(url.substring(end)));
  }

  /** The finished text with everything that was named in it. */
  Rendered rendered(String html) {
    List<Mention> mentions = asked.values().stream().flatMap(Optional::stream).distinct().toList();
    return new Rendered(html, mentions, new ArrayList<>(tags.values()), new ArrayList<>(links));
  }

  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
