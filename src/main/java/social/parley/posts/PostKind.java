package social.parley.posts;

/** What sort of thing a post is. */
public enum PostKind {
  NOTE("Note"),
  QUESTION("Question"),
  ARTICLE("Article"),
  PAGE("Page"),
  VIDEO("Video"),
  AUDIO("Audio"),
  IMAGE("Image"),
  EVENT("Event"),
  /** Something said about a book. */
  BOOK("Review"),
  DOCUMENT("Document"),
  /** Somebody passes on another post; the row has no text of its own. */
  BOOST("Announce"),
  /** Of a type that has no name here; kept and shown as title, link and text. */
  UNKNOWN("Object");

  private final String wire;

  PostKind(String wire) {
    this.wire = wire;
  }

  /** The type as ActivityStreams names it. */
  public String wire() {
    return wire;
  }
}
