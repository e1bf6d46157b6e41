package social.parley.notifications;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why somebody is told. */
public enum NotificationType {
  MENTION,
  POST,
  BOOST,
  FOLLOW,
  FOLLOW_REQUEST,
  FAVOURITE,
  POLL,
  EDIT,
  QUOTE,
  QUOTED_EDIT,
  REACTION,
  SIGN_UP,
  REPORT,
  SEVERED,
  WARNING,
  ANNUAL_REPORT,
  ADDED_TO_COLLECTION,
  COLLECTION_EDIT,
  PENDING_FAVOURITE,
  PENDING_REPLY,
  PENDING_BOOST,
  PENDING_QUOTE;

  /** The word that apps know it by. */
  public String word() {
    return switch (this) {
      case MENTION,
          FOLLOW,
          FOLLOW_REQUEST,
          FAVOURITE,
          POLL,
          QUOTE,
          ANNUAL_REPORT,
          ADDED_TO_COLLECTION ->
          name().toLowerCase(Locale.ROOT);
      case POST -> "status";
      case BOOST -> "reblog";
      case EDIT -> "update";
      case QUOTED_EDIT -> "quoted_update";
      case REACTION -> "pleroma:emoji_reaction";
      case SIGN_UP -> "admin.sign_up";
      case REPORT -> "admin.report";
      case SEVERED -> "severed_relationships";
      case WARNING -> "moderation_warning";
      case COLLECTION_EDIT -> "collection_update";
      case PENDING_FAVOURITE -> "pending.favourite";
      case PENDING_REPLY -> "pending.reply";
      case PENDING_BOOST -> "pending.reblog";
      case PENDING_QUOTE -> "pending.quote";
    };
  }

  /** The type behind a word of apps; empty for words of types that do not exist here. */
  public static Optional<NotificationType> of(String word) {
    if (word.equals("reaction")) return Optional.of(REACTION);
    return List.of(values()).stream().filter(type -> type.word().equals(word)).findFirst();
  }

  /** Whether many of one hour or so are shown as one. */
  public boolean isGrouped() {
    return switch (this) {
      case BOOST, FAVOURITE, FOLLOW, SIGN_UP -> true;
      case MENTION,
          POST,
          FOLLOW_REQUEST,
          POLL,
          EDIT,
          QUOTE,
          QUOTED_EDIT,
          REACTION,
          REPORT,
          SEVERED,
          WARNING,
          ANNUAL_REPORT,
          ADDED_TO_COLLECTION,
          COLLECTION_EDIT,
          PENDING_FAVOURITE,
          PENDING_REPLY,
          PENDING_BOOST,
          PENDING_QUOTE ->
          false;
    };
  }

  /** Whether it waits for the recipient to agree; its subject is the request. */
  public boolean isPending() {
    return this == PENDING_FAVOURITE
        || this == PENDING_REPLY
        || this == PENDING_BOOST
        || this == PENDING_QUOTE;
  }

  /** Whether it is somebody else's doing that the recipient did not ask to hear of. */
  boolean isScreened() {
    return switch (this) {
      case MENTION,
          BOOST,
          FOLLOW,
          FOLLOW_REQUEST,
          FAVOURITE,
          QUOTE,
          REACTION,
          ADDED_TO_COLLECTION,
          PENDING_FAVOURITE,
          PENDING_REPLY,
          PENDING_BOOST,
          PENDING_QUOTE ->
          true;
      case POST,
          POLL,
          EDIT,
          QUOTED_EDIT,
          SIGN_UP,
          REPORT,
          SEVERED,
          WARNING,
          ANNUAL_REPORT,
          COLLECTION_EDIT ->
          false;
    };
  }

  /** Whether it may come from the recipient, for want of anybody else. */
  boolean concernsOneself() {
    return this == POLL || this == SEVERED || this == WARNING || this == ANNUAL_REPORT;
  }

  /** Whether it means nothing without the report, event or warning it is about. */
  public boolean hasSubject() {
    return switch (this) {
      case REPORT, SEVERED, WARNING, ANNUAL_REPORT, ADDED_TO_COLLECTION, COLLECTION_EDIT -> true;
      case MENTION,
          POST,
          BOOST,
          FOLLOW,
          FOLLOW_REQUEST,
          FAVOURITE,
          POLL,
          EDIT,
          QUOTE,
          QUOTED_EDIT,
          REACTION,
          SIGN_UP,
          PENDING_FAVOURITE,
          PENDING_REPLY,
          PENDING_BOOST,
          PENDING_QUOTE ->
          false;
    };
  }
}
