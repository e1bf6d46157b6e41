package social.parley.web;

import org.jspecify.annotations.Nullable;
import social.parley.cards.Card;
import social.parley.cards.CardKind;
import social.parley.media.ImageShape;
import social.parley.media.RemoteMedia;

/** What a link leads to, in a few words; its picture comes through this server. */
public record LinkCard(
    String href,
    String site,
    String title,
    String description,
    String author,
    @Nullable String picture,
    String pictureText,
    boolean wide,
    boolean player) {
  private static final double WIDE = 1.4;
  private static final int LEAST_WIDTH = 400;

  static LinkCard of(Card card, RemoteMedia remote) {
    String host = card.canonical().host();
    boolean large = card.width() >= LEAST_WIDTH && card.width() >= WIDE * card.height();
    return new LinkCard(
        card.url().value(),
        card.providerName().isEmpty() ? withoutWww(host) : card.providerName(),
        card.title().isEmpty() ? withoutWww(host) : card.title(),
        card.description(),
        card.authorName(),
        card.image() == null ? null : remote.address(card.image(), ImageShape.PREVIEW).value(),
        card.imageDescription(),
        large,
        card.kind() == CardKind.VIDEO || card.kind() == CardKind.RICH && !card.html().isEmpty());
  }

  private static String withoutWww(@Nullable String host) {
    if (host == null) return "";
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
