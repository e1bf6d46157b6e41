package social.parley.cards;

/** What a card shows of its link: words and a picture, a picture alone, or a player. */
public enum CardKind {
  LINK,
  PHOTO,
  VIDEO,
  RICH
}
