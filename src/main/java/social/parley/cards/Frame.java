package social.parley.cards;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import social.parley.core.Iri;

/** The one kind of foreign HTML that a card may hold: a frame with a player in it. */
final class Frame {
  private static final String SANDBOX =
      "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-forms";

  private Frame() {}

  /** A frame that shows this address, written anew; only over https. */
  static Optional<String> html(Iri player, int width, int height) {
    if (!player.isWeb() || !player.scheme().equals("https")) return Optional.empty();
    Element frame = new Element("iframe").attr("src", player.value());
    if (width > 0) frame.attr("width", Integer.toString(width));
    if (height > 0) frame.attr("height", Integer.toString(height));
    frame
        .attr("allowfullscreen", "true")
        .attr("sandbox", SANDBOX)
        .attr("referrerpolicy", "strict-origin-when-cross-origin");
    return Optional.of(frame.outerHtml());
  }

  /** The frame in some HTML, if that is what it is about; everything else in it is left out. */
  static Optional<String> in(String html, int width, int height) {
    Element frame = Jsoup.parseBodyFragment(html).selectFirst("iframe[src]");
    if (frame == null) return Optional.empty();
    String address =
        frame.attr("src").startsWith("//") ? "https:" + frame.attr("src") : frame.attr("src");
    return Iri.parse(address).flatMap(player -> html(player, width, height));
  }
}
