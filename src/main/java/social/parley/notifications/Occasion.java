package social.parley.notifications;

import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.PostId;

/**
 * Something that somebody may have to be told: {@code actor} did it, or is the recipient where
 * nobody else did. The subject is the row of the report, event or warning that it is about.
 */
public record Occasion(
    ActorId recipient,
    NotificationType type,
    ActorId actor,
    @Nullable PostId post,
    @Nullable Long subject,
    String emoji,
    @Nullable String emojiUrl) {

  public static Occasion of(ActorId recipient, NotificationType type, ActorId actor) {
    return new Occasion(recipient, type, actor, null, null, "", null);
  }

  public Occasion on(PostId about) {
    return new Occasion(recipient, type, actor, about, subject, emoji, emojiUrl);
  }

  public Occasion about(long row) {
    return new Occasion(recipient, type, actor, post, row, emoji, emojiUrl);
  }

  /** A reaction: the emoji or its shortcode, and the picture of one that is a picture. */
  public Occasion with(String reaction, @Nullable String url) {
    return new Occasion(recipient, type, actor, post, subject, reaction, url);
  }
}
