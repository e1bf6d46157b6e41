package social.parley.web;

import org.jspecify.annotations.Nullable;

/** What a page says about itself: its title, its place, and how other sites may show it. */
public record Head(
    String title,
    Nav nav,
    @Nullable String canonical,
    @Nullable OpenGraph card,
    boolean hidden,
    Others others) {
  private static final Others NONE = new Others(null, null, null, null);

  /**
   * The same for others than people: how to embed it, its feed without its ending, its document for
   * other servers, and what it is in the words of schema.org.
   */
  public record Others(
      @Nullable String embed,
      @Nullable String feed,
      @Nullable String activity,
      @Nullable Html schema) {}

  public static Head of(String title) {
    return new Head(title, Nav.NONE, null, null, false, NONE);
  }

  /** Shown as the current place in the navigation. */
  public Head at(Nav place) {
    return new Head(title, place, canonical, card, hidden, others);
  }

  /** The one address under which this is to be known. */
  public Head canonical(String address) {
    return new Head(title, nav, address, card, hidden, others);
  }

  public Head card(OpenGraph other) {
    return new Head(title, nav, canonical, other, hidden, others);
  }

  /** Search engines are asked not to list it. */
  public Head hidden(boolean yes) {
    return new Head(title, nav, canonical, card, yes, others);
  }

  /** Where others find how to embed what the page shows. */
  public Head embed(@Nullable String address) {
    return with(new Others(address, others.feed(), others.activity(), others.schema()));
  }

  /** The address of the same as a feed, without its ending. */
  public Head feed(@Nullable String address) {
    return with(new Others(others.embed(), address, others.activity(), others.schema()));
  }

  /** The id of the same among servers, under which they fetch it. */
  public Head activity(@Nullable String id) {
    return with(new Others(others.embed(), others.feed(), id, others.schema()));
  }

  /** What search engines may know of it. */
  public Head schema(@Nullable Html json) {
    return with(new Others(others.embed(), others.feed(), others.activity(), json));
  }

  private Head with(Others other) {
    return new Head(title, nav, canonical, card, hidden, other);
  }
}
