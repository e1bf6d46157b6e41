package social.parley.activitystreams;

import java.util.HashMap;
import java.util.Map;

/** The kinds of objects that servers send; everything else is OTHER and keeps its type name. */
public enum ObjectKind {
  NOTE("Note"),
  ARTICLE("Article"),
  PAGE("Page"),
  QUESTION("Question"),
  CHAT_MESSAGE("ChatMessage"),
  VIDEO("Video"),
  AUDIO("Audio"),
  IMAGE("Image"),
  EVENT("Event"),
  DOCUMENT("Document"),
  STORY("Story"),
  ALBUM("Album"),
  TRACK("Track"),
  ARTIST("Artist"),
  LIBRARY("Library"),
  PLAYLIST("Playlist"),
  REVIEW("Review"),
  RATING("Rating"),
  COMMENT("Comment"),
  QUOTATION("Quotation"),
  GENERATED_NOTE("GeneratedNote"),
  WORK("Work"),
  EDITION("Edition"),
  AUTHOR("Author"),
  SHELF("Shelf"),
  BOOK_LIST("BookList"),
  PLACE("Place"),
  PROFILE("Profile"),
  RELATIONSHIP("Relationship"),
  LIKE_AUTHORIZATION("LikeAuthorization"),
  REPLY_AUTHORIZATION("ReplyAuthorization"),
  ANNOUNCE_AUTHORIZATION("AnnounceAuthorization"),
  QUOTE_AUTHORIZATION("QuoteAuthorization"),
  FEATURE_AUTHORIZATION("FeatureAuthorization"),
  OTHER("Object");

  private static final Map<String, ObjectKind> BY_TYPE = byType();

  private final String wire;

  ObjectKind(String wire) {
    this.wire = wire;
  }

  private static Map<String, ObjectKind> byType() {
    var kinds = new HashMap<String, ObjectKind>();
    for (ObjectKind kind : values()) if (kind != OTHER) kinds.put(kind.wire, kind);
    // The names that GoToSocial used before they became common ground.
    kinds.put("LikeApproval", LIKE_AUTHORIZATION);
    kinds.put("ReplyApproval", REPLY_AUTHORIZATION);
    kinds.put("AnnounceApproval", ANNOUNCE_AUTHORIZATION);
    return Map.copyOf(kinds);
  }

  static ObjectKind of(String type) {
    return BY_TYPE.getOrDefault(type, OTHER);
  }

  /** The type as documents write it. */
  public String wire() {
    return wire;
  }

  /** True for a stamp: somebody agrees to what another did with something of theirs. */
  public boolean isAuthorization() {
    return switch (this) {
      case LIKE_AUTHORIZATION,
          REPLY_AUTHORIZATION,
          ANNOUNCE_AUTHORIZATION,
          QUOTE_AUTHORIZATION,
          FEATURE_AUTHORIZATION ->
          true;
      default -> false;
    };
  }
}
