package social.parley.notifications;

import social.parley.actors.Actor;
import social.parley.posts.Post;
import social.parley.text.PlainText;

/** What a notification says in words, for wherever it is not drawn; in English so far. */
public final class Wording {
  private static final int LENGTH = 140;
  private static final int NAME = 60;

  private Wording() {}

  /** One line with the name of whoever caused it. */
  public static String title(Notification notification, String fullName) {
    // Some push services take no more than four thousand bytes in all.
    String name =
        fullName.codePointCount(0, fullName.length()) <= NAME
            ? fullName
            : fullName.substring(0, fullName.offsetByCodePoints(0, NAME)) + "…";
    return switch (notification.type()) {
      case SEVERED -> "You have lost people whom you follow or who follow you";
      case WARNING -> "A moderator has written to you";
      case ANNUAL_REPORT -> "Your year is ready to look back at";
      case POLL ->
          notification.recipientId().equals(notification.actorId())
              ? "Your poll has ended"
              : name + " " + deed(notification);
      case MENTION,
          POST,
          BOOST,
          FOLLOW,
          FOLLOW_REQUEST,
          FAVOURITE,
          EDIT,
          QUOTE,
          QUOTED_EDIT,
          REACTION,
          SIGN_UP,
          REPORT,
          ADDED_TO_COLLECTION,
          COLLECTION_EDIT,
          PENDING_FAVOURITE,
          PENDING_REPLY,
          PENDING_BOOST,
          PENDING_QUOTE ->
          name + " " + deed(notification);
    };
  }

  /** What somebody did, to be read after their name. */
  public static String deed(Notification notification) {
    return switch (notification.type()) {
      case MENTION -> "mentioned you";
      case POST -> "posted";
      case BOOST -> "boosted your post";
      case FOLLOW -> "follows you";
      case FOLLOW_REQUEST -> "would like to follow you";
      case FAVOURITE -> "liked your post";
      case POLL -> "has a poll that has ended";
      case EDIT -> "edited a post";
      case QUOTE -> "quoted your post";
      case QUOTED_EDIT -> "edited a post that you quoted";
      case REACTION -> "reacted to your post with " + notification.emoji();
      case SIGN_UP -> "signed up";
      case REPORT -> "sent a report";
      case SEVERED -> "has lost people";
      case WARNING -> "has got a word from a moderator";
      case ANNUAL_REPORT -> "can look back at the year";
      case ADDED_TO_COLLECTION -> "added you to a collection";
      case COLLECTION_EDIT -> "changed a collection that you are in";
      case PENDING_FAVOURITE -> "liked your post and waits for your agreement";
      case PENDING_REPLY -> "replied to your post and waits for your agreement";
      case PENDING_BOOST -> "boosted your post and waits for your agreement";
      case PENDING_QUOTE -> "quoted your post and waits for your agreement";
    };
  }

  /** What several people did, to be read after their names. */
  public static String deed(Notification latest, long people) {
    return people > 1 && latest.type() == NotificationType.FOLLOW ? "follow you" : deed(latest);
  }

  /** What somebody says of themself, in one line of plain text. */
  public static String body(Actor actor) {
    return PlainText.line(actor.bioHtml(), LENGTH);
  }

  /** What a post is about in one line of plain text: its warning, if it has one. */
  public static String body(Post post) {
    return post.warning().isBlank()
        ? PlainText.firstWords(post.html(), LENGTH)
        : PlainText.line(post.warning(), LENGTH);
  }
}
