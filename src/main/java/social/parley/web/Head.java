package social.parley.web;

import org.jspecify.annotations.Nullable;

/** What a page says about itself: its title, its place, and how other sites may show it. */
public record Head(
    String title,
    Nav nav,
    @Nullable String canonical,
    @Nullable OpenGraph card,
    boolean hidden,
    @Nullable String embed,
    @Nullable String feed) {
  public static Head of(String title) {
    return new Head(title, Nav.NONE, null, null, false, null, null);
  }

  /** Shown as the current place in the navigation. */
  public Head at(Nav place) {
    return new Head(title, place, canonical, card, hidden, embed, feed);
  }

  /** The one address under which this is to be known. */
  public Head canonical(String address) {
    return new Head(title, nav, address, card, hidden, embed, feed);
  }

  public Head card(OpenGraph other) {
    return new Head(title, nav, canonical, other, hidden, embed, feed);
  }

  /** Where others find how to embed what the page shows. */
  public Head embed(@Nullable String address) {
    return new Head(title, nav, canonical, card, hidden, address, feed);
  }

  /** Search engines are asked not to list it. */
  public Head hidden(boolean yes) {
    return new Head(title, nav, canonical, card, yes, embed, feed);
  }

  /** The address of the same as a feed, without its ending. */
  public Head feed(@Nullable String address) {
    return new Head(title, nav, canonical, card, hidden, embed, address);
  }
}
