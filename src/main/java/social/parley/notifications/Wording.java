package social.parley.notifications;

import java.util.Locale;
import social.parley.actors.Actor;
import social.parley.posts.Post;
import social.parley.text.PlainText;
import social.parley.words.Words;

/** What a notification says in words, in the language of whoever gets it. */
public final class Wording {
  private static final int LENGTH = 140;
  private static final int NAME = 60;

  private Wording() {}

  /** One line with the name of whoever caused it. */
  public static String title(Words words, Notification notification, String fullName) {
    NotificationType type = notification.type();
    boolean own = notification.recipientId().equals(notification.actorId());
    boolean nameless =
        switch (type) {
          case SEVERED, WARNING, ANNUAL_REPORT -> true;
          case POLL -> own;
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
              false;
        };
    if (nameless)
      return words.message("notification.title." + type.name().toLowerCase(Locale.ROOT));
    String emoji = notification.emoji();
    return words.message(key(type), brief(fullName), 1, emoji == null ? "" : emoji);
  }

  /** Some push services take no more than four thousand bytes in all. */
  private static String brief(String name) {
    return name.codePointCount(0, name.length()) <= NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, NAME)) + "…";
  }

  /** The message about it; it takes who did it, how many they are, and the emoji of a reaction. */
  public static String key(NotificationType type) {
    return "notification." + type.name().toLowerCase(Locale.ROOT);
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
